package pruefstand.site;

import java.util.List;

/**
 * A page of a board.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param sets its column sets
 * @param board the table
 * @param pager ways to its other pages; empty where there is one only
 * @param files the same numbers for programs
 * @param chooser what a reader can set; empty where there is nothing to choose from
 * @param pairs comparisons of neighbours
 * @param unmeasured models that can run but have not
 */
record BoardView(Frame frame, String title, List<Frame.Section> sets, Board board, List<Frame.Section> pager, List<Link> files,
        List<Chooser> chooser, List<Link> pairs, List<Link> unmeasured) {

    /**
     * What a reader can set where scripts run.
     *
     * @param data address of all rows
     * @param set the columns of this page
     * @param share of the memory's speed that models have reached here, 0 … 1; 1 where none was measured, which is the most there can be
     * @param error how far the estimate was off for nine of ten of them, as a share; 0 where none was measured
     * @param estimate how the speed on another machine is estimated
     * @param cards graphics cards to choose from
     * @param licenses of the models
     * @param families of the models
     * @param languages in which they were measured
     * @param files kinds and types of their files
     */
    record Chooser(String data, String set, double share, double error, String estimate, List<Card> cards, List<String> licenses,
            List<String> families, List<Language> languages, List<String> files) {

        /** Memory to fit into, GB. */
        List<Integer> memories() {
            return List.of(8, 12, 16, 24, 32, 64);
        }

        /** Context to fit with, thousands of tokens. */
        List<Integer> contexts() {
            return List.of(8, 16, 32, 64, 128);
        }

        /** Most parameters, thousands of millions. */
        List<Integer> parameters() {
            return List.of(1, 2, 4, 8, 14, 32, 70);
        }
    }

    /**
     * A language to choose.
     *
     * @param id its tag
     * @param name as it reads
     */
    record Language(String id, String name) {
    }
}
