package pruefstand;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom, and which library belongs to whom. */
class PackageTableTest {

    private static final JavaClasses CODE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("pruefstand");

    /** {@code engine.port} stands for the package engine without its adapters. */
    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("metric", Set.of()),
            Map.entry("vector", Set.of()),
            Map.entry("catalogue", Set.of("text", "json")),
            Map.entry("model", Set.of("catalogue", "json", "text")),
            Map.entry("engine", Set.of("model", "text", "json", "vector")),
            Map.entry("task", Set.of("engine.port", "metric", "json", "text", "vector", "model")),
            Map.entry("record", Set.of("metric", "model", "task", "json")),
            Map.entry("run", Set.of("text", "json", "vector", "metric", "catalogue", "model", "engine", "task", "record")),
            Map.entry("search", Set.of("catalogue", "engine.port", "text", "json", "vector")),
            Map.entry("site", Set.of("catalogue", "model", "task", "record", "metric", "search", "engine.port", "text", "json")),
            Map.entry("serve", Set.of("site", "search", "catalogue", "model", "record", "run", "engine.port", "text", "json")),
            Map.entry("nightly", Set.of("text", "json", "vector", "metric", "catalogue", "model", "engine", "task", "record",
                    "run", "search", "site")),
            Map.entry("cli", Set.of("text", "json", "vector", "metric", "catalogue", "model", "engine", "task", "record", "run",
                    "search", "site", "serve", "nightly")));

    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("com.ibm.icu..", Set.of("text")),
            Map.entry("tools.jackson..", Set.of("json")),
            Map.entry("com.fasterxml.jackson..", Set.of("json")),
            Map.entry("com.github.luben..", Set.of("task", "record")),
            Map.entry("org.duckdb..", Set.of("task", "record")),
            Map.entry("org.thymeleaf..", Set.of("site")),
            Map.entry("ai.onnxruntime..", Set.of("engine")),
            Map.entry("ai.djl..", Set.of("engine")),
            Map.entry("oshi..", Set.of("run")),
            Map.entry("io.javalin..", Set.of("serve")),
            Map.entry("org.eclipse.jetty..", Set.of("serve")),
            Map.entry("jakarta.servlet..", Set.of("serve")),
            Map.entry("picocli..", Set.of("cli")),
            Map.entry("me.tongfei..", Set.of("cli")),
            Map.entry("org.apache.lucene..", Set.of("engine", "search")),
            Map.entry("org.tartarus.snowball..", Set.of("search")));

    static Stream<String> packages() {
        return TABLE.keySet().stream().sorted();
    }

    static Stream<String> libraries() {
        return OWNERS.keySet().stream().sorted();
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> unknown = CODE.stream().map(type -> type.getPackageName()).filter(name -> name.startsWith("pruefstand."))
                .map(name -> name.split("\\.")[1]).filter(name -> !TABLE.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatItsRowNames(String name) {
        String[] allowed = Stream.concat(Stream.of("pruefstand." + name + ".."),
                TABLE.get(name).stream().map(other -> other.equals("engine.port") ? "pruefstand.engine" : "pruefstand." + other + ".."))
                .toArray(String[]::new);
        classes().that().resideInAPackage("pruefstand." + name + "..").should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages("pruefstand..")))
                .allowEmptyShould(true).check(CODE);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void belongsToItsOwnersOnly(String library) {
        String[] owners = OWNERS.get(library).stream().map(owner -> "pruefstand." + owner + "..").toArray(String[]::new);
        noClasses().that().resideOutsideOfPackages(owners).should().dependOnClassesThat().resideInAPackage(library)
                .allowEmptyShould(true).check(CODE);
    }

    @Test
    void noPackagesFormARing() {
        slices().matching("pruefstand.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void contributingShowsTheTables() throws IOException {
        assertEquals(TABLE, shown("package", 3));
        assertEquals(OWNERS.entrySet().stream().collect(Collectors.toMap(owner -> owner.getKey().replace("..", ""), Map.Entry::getValue)),
                shown("library", 2));
    }

    /** First cell to the names in the last cell, of the table whose head begins so. */
    private static Map<String, Set<String>> shown(String head, int cells) throws IOException {
        return Files.readAllLines(Path.of("CONTRIBUTING.md")).stream().dropWhile(line -> !line.startsWith("| " + head + " |")).skip(2)
                .takeWhile(line -> line.startsWith("|")).map(line -> line.split("\\|"))
                .collect(Collectors.toMap(row -> row[1].replace("`", "").strip(), row -> names(row[cells])));
    }

    private static Set<String> names(String cell) {
        return cell.strip().equals("nothing") ? Set.of() : Set.copyOf(Arrays.asList(cell.strip().split(", ")));
    }

    @Test
    void nothingUsesWhatIsBanned() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.File").check(CODE);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CODE);
        noClasses().should().callMethod(Locale.class, "setDefault", Locale.class).check(CODE);
    }

    /** Else a Turkish I or a Persian digit would stand in a file's name or a record's key. */
    @Test
    void nothingDependsOnTheLocaleUnasked() {
        noClasses().should().callMethod(String.class, "toLowerCase").check(CODE);
        noClasses().should().callMethod(String.class, "toUpperCase").check(CODE);
        noClasses().should().callMethod(String.class, "formatted", Object[].class).check(CODE);
        noClasses().should().callMethod(String.class, "format", String.class, Object[].class).check(CODE);
        noClasses().should().callMethod(PrintStream.class, "printf", String.class, Object[].class).check(CODE);
        noClasses().should().callMethod(DateTimeFormatter.class, "ofPattern", String.class).check(CODE);
    }
}
