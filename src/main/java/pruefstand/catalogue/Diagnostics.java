package pruefstand.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of what is wrong within a line what is said about a file. */
final class Diagnostics {

    private Diagnostics() {
    }

    /**
     * @param number of the line, from 1
     * @param line its text
     * @param faults from left to right
     */
    static List<Diagnostic> of(String file, int number, String line, List<Fault> faults) {
        List<Diagnostic> found = new ArrayList<>();
        int column = 1;
        int at = 0;
        for (Fault fault : faults) {
            column += line.codePointCount(at, fault.at());
            at = fault.at();
            found.add(new Diagnostic(file, number, column, fault.severity(), fault.code(), Shown.of(fault.message()),
                    fix(number, column, fault)));
        }
        return found;
    }

    private static Optional<Fix> fix(int number, int column, Fault fault) {
        return fault.edit().map(edit -> new Fix.Replace(number, column, edit.replace(), edit.with()));
    }
}
