package pruefstand.text;

import com.ibm.icu.util.ULocale;

/** Languages as other tools write them. */
public final class LanguageTags {

    private LanguageTags() {
    }

    /** Three letters of ISO 639-3 and the usual script, as MTEB has it: {@code deu-Latn} for {@code de}. */
    public static String withScript(String tag) {
        ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
        String language = likely.getISO3Language().isEmpty() ? likely.getLanguage() : likely.getISO3Language();
        return language + "-" + (likely.getScript().isEmpty() ? "Zyyy" : likely.getScript());
    }
}
