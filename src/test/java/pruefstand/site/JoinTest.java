package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.catalogue.ReviewSource;
import pruefstand.catalogue.ReviewText;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;

class JoinTest {

    private static final ListedModel QWEN = new ListedModel("Qwen3-0.6B", List.of("Qwen 3 0.6B"), ModelKind.DECODER,
            Optional.empty(),
            Optional.empty(), Optional.empty(), Prompts.NONE, Optional.empty(), Optional.empty(), List.of());

    @Test
    void anEntryThatNamesAModelTwiceIsOneReviewWithBothSources() {
        Entry entry = new Entry(2, List.of(source("Qwen 3 0.6B", "2025-11-02"), source("Qwen3-0.6B", "2025-12-24"),
                source("Other", "2025-11-02")), ReviewText.of(List.of("Text.")), false);
        List<SiteModel> models = models(entry);
        assertEquals(List.of("Other", "Qwen3-0.6B"), models.stream().map(SiteModel::name).toList());
        SiteModel qwen = models.get(1);
        assertEquals(1, qwen.reviews().size());
        assertEquals(2, qwen.reviews().getFirst().origins().size());
        assertEquals(List.of("Qwen3-0.6B", "Other"), qwen.reviews().getFirst().names());
        assertEquals(Optional.of(LocalDate.of(2025, 12, 24)), Reviews.newest(qwen.reviews().getFirst()));
    }

    @Test
    void reviewsStandNewestFirstAndUndatedOnesLast() {
        List<SiteModel> models = models(entry(2, "2025-01-01"), new Entry(3, List.of(new ReviewSource("Other", Optional.empty(),
                Optional.empty(), List.of())), ReviewText.of(List.of("undated")), false), entry(4, "2026-01-01"), entry(5, "2025-06-01"));
        assertEquals(List.of(4, 5, 2, 3), models.getFirst().reviews().stream().map(review -> review.line()).toList());
    }

    private static List<SiteModel> models(Entry... entries) {
        return Join.models(new SiteInput(Catalogue.of(List.of(entries)), List.of(QWEN), List.of(), List.of()));
    }

    private static Entry entry(int line, String date) {
        return new Entry(line, List.of(source("Other", date)), ReviewText.of(List.of("Text of line " + line)), false);
    }

    private static ReviewSource source(String name, String date) {
        return new ReviewSource(name, Optional.of(date), Optional.of("https://example.org/"), List.of());
    }
}
