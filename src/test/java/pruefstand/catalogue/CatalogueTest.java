package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.of(new EntryReader().readAll(ReviewFile.of("x", """
            00000Doc: how to write
            Flux.2/2025-12-20/https://heise.de/-1 WAN%202.2/2025-12-20: both
            WAN%202.2 WAN%202.2/2025-12-21/https://example.org/: later \\n\\n more
            """.getBytes(StandardCharsets.UTF_8))));

    @Test
    void listsNamesInTheOrderOfTheFileWithoutDocumentation() {
        assertEquals(List.of("Flux.2", "WAN 2.2"), catalogue.models().stream().map(ReviewedModel::name).toList());
    }

    @Test
    void gathersTheReviewsOfAName() {
        List<Review> reviews = catalogue.model("WAN 2.2").orElseThrow().reviews();

        assertEquals(2, reviews.size());
        assertEquals(new Review(List.of(new Origin(Optional.of(LocalDate.of(2025, 12, 20)), Optional.empty())), ReviewText.of(List.of("both")), 2,
                List.of("Flux.2", "WAN 2.2")), reviews.getFirst());
    }

    @Test
    void joinsTheOriginsOfAnAugmentedReview() {
        Review augmented = catalogue.model("WAN 2.2").orElseThrow().reviews().getLast();

        assertEquals(List.of(new Origin(Optional.empty(), Optional.empty()),
                new Origin(Optional.of(LocalDate.of(2025, 12, 21)), Optional.of("https://example.org/"))), augmented.origins());
        assertEquals(List.of("later", "more"), augmented.paragraphs());
    }

    @Test
    void knowsNoOtherNames() {
        assertTrue(catalogue.model("WAN%202.2").isEmpty());
    }
}
