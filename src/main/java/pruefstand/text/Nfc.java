package pruefstand.text;

import java.text.Normalizer;

/** Unicode normalization form C, in which one text has one spelling. */
public final class Nfc {

    private Nfc() {
    }

    public static boolean isNormalized(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
