package pruefstand.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CompoundsTest {

    private final Compounds compounds = new Compounds(Set.of("sprache", "modell", "geschwindigkeit", "daten", "datenbank", "abfrage", "meter",
            "grafik", "karte", "karten", "speicher", "nicht"));

    @Test
    void splitsBetweenTwoKnownWordsWhateverJoinsThem() {
        assertEquals(Set.of("sprache", "modelle"), compounds.parts("sprachmodelle"));
        assertEquals(Set.of("datenbank", "abfragen"), compounds.parts("datenbankabfragen"));
        assertEquals(Set.of("grafikkarten", "grafik", "karten", "speicher"), compounds.parts("grafikkartenspeicher"));
    }

    @Test
    void splitsBehindAnEndingThatOnlyStandsBetweenWords() {
        assertEquals(Set.of("ausfuehrung", "plan"), compounds.parts("ausfuehrungsplan"));
        assertEquals(Set.of("faehigkeit", "test"), compounds.parts("faehigkeitstest"));
    }

    @Test
    void aLongLastPartIsFoundBehindWhateverStandsBefore() {
        assertEquals(Set.of("geschwindigkeit"), compounds.parts("qwengeschwindigkeit"));
    }

    @Test
    void whatIsNoCompoundStaysWhole() {
        assertEquals(Set.of(), compounds.parts("parameter"));
        assertEquals(Set.of(), compounds.parts("modell"));
        assertEquals(Set.of(), compounds.parts("geschwindigkeiten"));
        assertEquals(Set.of(), compounds.parts("4bitmodell4"));
    }
}
