package pruefstand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pruefstand.json.Json;

/** What the program is built of is the same tomorrow. */
class PinnedPartsTest {

    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>|<[a-z0-9]+\\.version>([^<]*)<");
    private static final Pattern UNPINNED = Pattern.compile(".*(SNAPSHOT|LATEST|RELEASE$|[\\[(,]).*");
    private static final Pattern PLUGIN = Pattern.compile("<plugin>.*?</plugin>", Pattern.DOTALL);

    @Test
    void everyLibraryAndPluginHasOneVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> open = VERSION.matcher(pom).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(version -> UNPINNED.matcher(version).matches())
                // Which JDK builds is the toolchain's matter; thymeleaf calls its releases so.
                .filter(version -> !version.equals("[25,)") && !version.matches("[0-9.]+\\.RELEASE")).toList();
        assertEquals(List.of(), open);
        String main = pom.substring(0, pom.indexOf("<profiles>"));
        assertTrue(PLUGIN.matcher(main).results().map(MatchResult::group).allMatch(plugin -> plugin.contains("<version>")));
        assertFalse(pom.contains("<repository>"), "nothing comes from elsewhere than usual");
    }

    @Test
    void nativePackagesAreKnownByTheirHash() {
        Map<?, ?> packages = assertInstanceOf(Map.class, Json.read(Path.of("eval/native/package-lock.json"), Map.class).get("packages"));
        List<?> unknown = packages.entrySet().stream().filter(entry -> !entry.getKey().equals(""))
                .filter(entry -> !String.valueOf(assertInstanceOf(Map.class, entry.getValue()).get("integrity")).startsWith("sha512-"))
                .map(Map.Entry::getKey).toList();
        assertEquals(List.of(), unknown);
        assertTrue(packages.size() > 1);
    }
}
