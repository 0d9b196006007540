package pruefstand.text;

import java.util.Locale;

/**
 * A short text that its author wrote in both languages.
 *
 * @param de German
 * @param en English
 */
public record LocalizedText(String de, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("de") ? de : en;
    }
}
