package pruefstand.cli;

import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.run.Workspace;

/** Reads what was measured, and names on standard error what could not be read. */
record Records(Root root, Workspace workspace) {

    History read() {
        History history = new RecordStore(workspace.results()).read();
        history.unreadable().forEach(complaint -> root.note("cli.unreadable-record", complaint));
        return history;
    }
}
