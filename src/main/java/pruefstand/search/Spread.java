package pruefstand.search;

/** Chooses by name alone, and evenly. */
final class Spread {

    /** Of the golden ratio, as Knuth spreads hashes by a product. */
    private static final int GOLDEN = 0x9E3779B9;

    private Spread() {
    }

    /** Whether a name is one of so many, which is a power of two above 1. */
    static boolean oneIn(int many, String name) {
        return (name.hashCode() * GOLDEN >>> Integer.numberOfLeadingZeros(many - 1)) == 0;
    }
}
