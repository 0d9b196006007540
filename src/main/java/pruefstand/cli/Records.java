package pruefstand.cli;

import java.nio.file.Files;
import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** Reads what was measured, and names on standard error what could not be read. */
record Records(Root root, Workspace workspace) {

    /**
     * Those of a workspace.
     *
     * @throws Refusal if they are to lie in what is no folder; one that is not there holds none
     */
    Records {
        workspace.results().stream().filter(folder -> Files.exists(folder) && !Files.isDirectory(folder)).findFirst().ifPresent(file -> {
            throw Refusal.input("cli.results-is-file", file);
        });
    }

    History read() {
        return named(new RecordStore(workspace.results()).read());
    }

    /** Names what could not be read. */
    History named(History history) {
        history.unreadable().forEach(complaint -> root.note("cli.unreadable-record", complaint));
        return history;
    }
}
