package pruefstand.search;

import java.util.Arrays;

/**
 * Numbers as text: five bits a character, lowest first, the sixth says that more follow; characters as in base 64 for addresses.
 * Small numbers are one character each.
 */
final class Digits {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] VALUES = values();
    /** Digits of the largest number. */
    static final int LONGEST = 7;

    private Digits() {
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    static void append(StringBuilder text, int number) {
        int rest = number;
        while (rest >= 32) {
            text.append(ALPHABET.charAt(32 | rest & 31));
            rest >>>= 5;
        }
        text.append(ALPHABET.charAt(rest));
    }

    /** Several numbers, in ASCII. */
    static byte[] written(int[] numbers) {
        byte[] text = new byte[numbers.length * LONGEST];
        int end = 0;
        for (int number : numbers) {
            int rest = number;
            while (rest >= 32) {
                text[end++] = (byte) ALPHABET.charAt(32 | rest & 31);
                rest >>>= 5;
            }
            text[end++] = (byte) ALPHABET.charAt(rest);
        }
        return Arrays.copyOf(text, end);
    }

    /** How many numbers a text holds. */
    static int count(byte[] text) {
        return count(text, 0, text.length);
    }

    static int count(byte[] text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += VALUES[text[i]] < 32 ? 1 : 0;
        }
        return count;
    }

    /** The numbers of a text, in ASCII. */
    static int[] read(byte[] text) {
        int[] numbers = new int[count(text)];
        int end = 0;
        int number = 0;
        int shift = 0;
        for (byte character : text) {
            int digit = VALUES[character];
            number |= (digit & 31) << shift;
            shift += 5;
            if (digit < 32) {
                numbers[end++] = number;
                number = 0;
                shift = 0;
            }
        }
        return numbers;
    }
}
