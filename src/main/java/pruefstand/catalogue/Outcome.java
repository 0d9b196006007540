package pruefstand.catalogue;

import java.util.List;
import pruefstand.text.Message;

/** What came of an attempt to change a review file. */
public sealed interface Outcome {

    /**
     * The file holds the new lines.
     *
     * @param lines what was written
     * @param remarks what is worth a look nevertheless
     */
    record Written(List<WrittenLine> lines, List<Diagnostic> remarks) implements Outcome {

        public Written {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The file is as it was.
     *
     * @param findings what is wrong with the new lines, errors and the rest; columns count in the line as it would be written
     * @param reasons what else speaks against it
     */
    record Rejected(List<Diagnostic> findings, List<Message> reasons) implements Outcome {

        public Rejected {
            findings = List.copyOf(findings);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A line and where it stands now.
     *
     * @param number from 1
     * @param text without its line feed
     */
    record WrittenLine(int number, String text) {
    }
}
