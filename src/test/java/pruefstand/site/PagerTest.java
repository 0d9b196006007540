package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagerTest {

    private static final Links LINKS = new Links("de/x.html", "de", _ -> true, _ -> { });

    @Test
    void onePageNeedsNoWays() {
        assertEquals(List.of(), numbers(1, 1));
    }

    @Test
    void fewPagesAreAllLinkedTo() {
        assertEquals(List.of("1", "2", "3", "4"), numbers(4, 2));
    }

    @Test
    void ofManyPagesTheEndsTheNeighboursAndRoundNumbersAre() {
        assertEquals(List.of("1", "10", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "40", "50", "60", "70", "80", "84"),
                numbers(84, 25));
        assertEquals(List.of("1", "2", "3", "4", "5", "100", "200", "300", "400", "500", "600", "700", "800", "834"), numbers(834, 1));
    }

    private static List<String> numbers(int pages, int current) {
        return BoardPage.pager(pages, current, LINKS, number -> "de/" + number + ".html").stream().map(Frame.Section::name).toList();
    }
}
