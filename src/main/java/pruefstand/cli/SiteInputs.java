package pruefstand.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.run.HarnessBuild;
import pruefstand.run.Workspace;
import pruefstand.run.WorkspaceFiles;
import pruefstand.text.Sha256;

/** Everything that the pages of a workspace are made of, as one hash: files by size and time, what runs here, the day, this program. */
record SiteInputs(Root root, Workspace workspace) {

    String hash() {
        Registry registry = root.registry(workspace, Catalogue.read(workspace.catalogue()));
        String all = Stream.of(Stream.of(WorkspaceFiles.state(workspace, SiteBuild.annotations(workspace))), registry.models().stream().flatMap(SiteInputs::states),
                Stream.of(workspace.site().toString(), LocalDate.now(ZoneId.systemDefault()).toString(), HarnessBuild.current().toString()))
                .flatMap(part -> part).collect(Collectors.joining("\n"));
        return Sha256.hex(all);
    }

    private static Stream<String> states(ListedModel model) {
        return model.variants().stream().map(variant -> variant + " " + Readiness.of(variant));
    }
}
