package pruefstand.text;

import java.util.Locale;

/**
 * A short text that its author wrote in both languages, or in one that then stands for both.
 *
 * @param de German
 * @param en English
 */
public record LocalizedText(String de, String en) {

    /** The text in a language, German or English; in the other one where its author left this one out. */
    public String in(Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        String wanted = german ? de : en;
        return wanted == null || wanted.isBlank() ? german ? en : de : wanted;
    }
}
