package pruefstand.catalogue;

/** The one right answer to a finding, where there is one. */
public sealed interface Fix {

    /**
     * Another text in place of what stands there.
     *
     * @param line from 1
     * @param column from 1, in code points
     * @param replace what stands there
     * @param with what is to stand there; empty deletes
     */
    record Replace(int line, int column, String replace, String with) implements Fix {
    }

    /**
     * The line belongs elsewhere.
     *
     * @param line from 1
     * @param moveTo the number that the line has once the file is sorted
     */
    record MoveTo(int line, int moveTo) implements Fix {
    }
}
