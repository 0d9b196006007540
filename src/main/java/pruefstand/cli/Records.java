package pruefstand.cli;

import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.run.Workspace;

/** Reads what was measured, and names on standard error what could not be read. */
record Records(Root root, Workspace workspace) {

    History read() {
        return named(new RecordStore(workspace.results()).read());
    }

    /** Names what could not be read. */
    History named(History history) {
        history.unreadable().forEach(complaint -> root.note("cli.unreadable-record", complaint));
        return history;
    }
}
