package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.run.HarnessBuild;
import pruefstand.run.Workspace;

/** Everything that the pages of a workspace are made of, as one hash: files by size and time, what runs here, the day, this program. */
record SiteInputs(Root root, Workspace workspace) {

    String hash() {
        Registry registry = root.registry(workspace, Catalogue.read(workspace.catalogue()));
        Stream<Path> folders = Stream.of(workspace.tasks(), workspace.results()).flatMap(List::stream);
        Stream<Path> files = Stream.of(workspace.root().resolve(Workspace.FILE), workspace.catalogue(), workspace.models(),
                SiteBuild.annotations(workspace));
        String all = Stream.of(folders.flatMap(folder -> below(folder).stream()), files.map(SiteInputs::state),
                registry.models().stream().flatMap(SiteInputs::states),
                Stream.of(workspace.site().toString(), LocalDate.now(ZoneId.systemDefault()).toString(), HarnessBuild.current().toString()))
                .flatMap(part -> part).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Stream<String> states(ListedModel model) {
        return model.variants().stream().map(variant -> variant + " " + Readiness.of(variant));
    }

    /** Hidden files are locks and logs. */
    private static List<String> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Stream.iterate(folder.relativize(file), part -> part != null, Path::getParent)
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .map(SiteInputs::state).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Path file) {
        try {
            return Files.exists(file) ? file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) : file + " none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
