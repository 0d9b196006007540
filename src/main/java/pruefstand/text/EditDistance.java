package pruefstand.text;

/** How many slips of the keyboard part two texts. */
public final class EditDistance {

    private EditDistance() {
    }

    /**
     * The least number of letters left out, put in, changed, or swapped with their neighbour that turns one text into the other,
     * no place being touched twice (optimal string alignment); of characters, which names are few of.
     */
    public static int between(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] above = row(0, other.length());
        for (int i = 1; i <= one.length(); i++) {
            int[] here = row(i, other.length());
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                here[j] = Math.min(changed, Math.min(above[j], here[j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    here[j] = Math.min(here[j], before[j - 2] + 1);
                }
            }
            before = above;
            above = here;
        }
        return above[other.length()];
    }

    private static int[] row(int first, int last) {
        int[] row = new int[last + 1];
        for (int j = 0; j <= last; j++) {
            row[j] = first == 0 ? j : first;
        }
        return row;
    }
}
