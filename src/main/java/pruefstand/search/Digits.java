package pruefstand.search;

/**
 * Numbers as text: five bits a character, lowest first, the sixth says that more follow; characters as in base 64 for addresses.
 * Small numbers are one character each.
 */
final class Digits {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Digits() {
    }

    static void append(StringBuilder text, int number) {
        int rest = number;
        while (rest >= 32) {
            text.append(ALPHABET.charAt(32 | rest & 31));
            rest >>>= 5;
        }
        text.append(ALPHABET.charAt(rest));
    }
}
