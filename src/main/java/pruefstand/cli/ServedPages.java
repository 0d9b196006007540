package pruefstand.cli;

import java.nio.file.Path;
import java.util.List;
import pruefstand.run.Workspace;
import pruefstand.run.WorkspaceFiles;
import pruefstand.search.Passage;
import pruefstand.serve.PageSource;

/** The pages of a workspace, for whoever serves them. */
record ServedPages(Root root, Workspace workspace) implements PageSource {

    @Override
    public List<Passage> build(Path folder) {
        return new SiteBuild(root, workspace.withSite(folder)).buildServed();
    }

    @Override
    public String state() {
        return WorkspaceFiles.state(workspace, SiteBuild.annotations(workspace));
    }
}
