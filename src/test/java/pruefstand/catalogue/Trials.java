package pruefstand.catalogue;

/** How many random inputs a test tries. */
final class Trials {

    private Trials() {
    }

    /** So many, or a {@code -Dtrials.fewer}-th of them: where a test runs once for each mutant, the first inputs have to do. */
    static int of(int usual) {
        return usual / Integer.getInteger("trials.fewer", 1);
    }
}
