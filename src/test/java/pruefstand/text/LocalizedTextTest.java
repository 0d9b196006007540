package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void speaksTheLanguageOfThePage() {
        LocalizedText both = new LocalizedText("Prüfstand", "Test bench");
        assertEquals("Prüfstand", both.in(Locale.GERMANY));
        assertEquals("Test bench", both.in(Locale.ENGLISH));
    }

    @Test
    void theOneLanguageThatIsThereStandsForBoth() {
        assertEquals("Prüfstand", new LocalizedText("Prüfstand", null).in(Locale.ENGLISH));
        assertEquals("Test bench", new LocalizedText(" ", "Test bench").in(Locale.GERMAN));
    }
}
