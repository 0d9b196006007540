package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewSource;
import pruefstand.catalogue.ReviewText;

class ReviewsTest {

    private static final List<Entry> ENTRIES = List.of(entry(1, "2026-03-01", "Ahorn"), entry(2, "2026-05-01", "Buche"), entry(3, "", "Buche"),
            entry(4, "2026-05-01", "Ahorn"), entry(5, "2026-09-01", "Ahorn", "Buche"), entry(6, "2025-01-01", "Eiche"));

    private static Entry entry(int line, String day, String... names) {
        return new Entry(line, List.of(names).stream().map(name -> new ReviewSource(name, Optional.of(day).filter(of -> !of.isEmpty()),
                Optional.empty(), List.of())).toList(), ReviewText.of(List.of("Text of line " + line)), false);
    }

    private static List<Integer> newest(int most) {
        List<SiteModel> models = Join.models(new SiteInput(Catalogue.of(ENTRIES), List.of(), List.of(), List.of()));
        return Reviews.newest(models, most).stream().map(Review::line).toList();
    }

    @Test
    void theNewestStandFirstThoseOfOneDayInTheOrderOfTheFileAndUndatedOnesLast() {
        assertEquals(List.of(5, 2, 4, 1, 6, 3), newest(10), "an entry about two models stands there once");
    }

    @Test
    void fewerAreTheBeginningOfAll() {
        List<Integer> all = newest(10);
        IntStream.rangeClosed(0, all.size()).forEach(most -> assertEquals(all.subList(0, most), newest(most)));
    }
}
