package pruefstand.site;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pruefstand.metric.Metric;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/** Shows how a model read a text: by its variant that predicts best, the text in the language of the page first. */
record Surprise(Desk desk, SiteModel model) {

    private static final String SETTING = "sample";
    private static final double BIT = Math.log(2);
    /** Bits from which on a piece has the next shade: a certain word, one of 2, of 8, of 32, of 128, of 1,024. */
    private static final int[] SHADES = {1, 3, 5, 7, 10};

    /** None before the model has read a text that may be shown. */
    Optional<SampleView> view() {
        return new PlotPoints(desk).texts().flatMap(task -> best(task).flatMap(run -> view(task, run)).stream()).findFirst();
    }

    private Optional<RunRecord> best(Task task) {
        return model.runs().stream().filter(run -> run.task().name().equals(task.name()) && desk.results().isCurrent(run)
                && model.isOfPresentFile(run) && run.settings().containsKey(SETTING) && run.metric(Metric.BITS_PER_BYTE.id()).isPresent())
                .min(Comparator.comparingDouble(run -> run.metric(Metric.BITS_PER_BYTE.id()).orElseThrow().value()));
    }

    /** Nothing where the setting is not what this program writes: a record may come from elsewhere. */
    private Optional<SampleView> view(Task task, RunRecord run) {
        Words words = desk.words();
        return run.settings().get(SETTING) instanceof Map<?, ?> sample && sample.get("text") instanceof List<?> text
                && sample.get("nll") instanceof List<?> nll && text.size() == nll.size() && !text.isEmpty()
                && nll.stream().allMatch(Number.class::isInstance)
                        ? Optional.of(new SampleView(words.say("model.sample.caption", run.variant(), task.name()), language(task),
                                IntStream.range(0, text.size()).mapToObj(i -> piece(String.valueOf(text.get(i)),
                                        ((Number) nll.get(i)).doubleValue() / BIT)).toList(),
                                IntStream.rangeClosed(0, SHADES.length).mapToObj(shade -> new SampleView.Shade(words.say("model.sample.shade",
                                        shade == 0 ? 0 : SHADES[shade - 1], shade), shade)).toList()))
                        : Optional.empty();
    }

    private SampleView.Piece piece(String text, double bits) {
        return new SampleView.Piece(text, shade(bits), desk.words().say("model.sample.bits", desk.words().formats().decimals(bits, 1)));
    }

    private static String language(Task task) {
        return task.definition().languages().size() == 1 ? task.definition().languages().getFirst() : "";
    }

    static int shade(double bits) {
        return (int) Arrays.stream(SHADES).filter(from -> bits >= from).count();
    }
}
