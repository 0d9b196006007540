package pruefstand.site;

import java.util.OptionalDouble;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.metric.Standing;
import pruefstand.record.FailureKind;
import pruefstand.record.RunRecord;
import pruefstand.task.TaskKind;
import pruefstand.text.Spread;

/** Writes readings as cells in the words of one page. */
final class Cells {

    /** Share of a speed's value that half its interval may be. */
    private static final double MOST_SPREAD = 0.25;
    private static final int DIGITS_WITHOUT_INTERVAL = 3;

    private final Words words;
    private final Links links;

    Cells(Words words, Links links) {
        this.words = words;
        this.links = links;
    }

    Cell cell(SiteModel model, Reading reading, Column column, String label, boolean important) {
        return switch (reading) {
            case Reading.Measured measured -> measured(measured, label, important);
            case Reading.Exact exact -> new Cell(Cell.Kind.VALUE, quantity(exact, column), "", links.record(exact.run()),
                    "", false, Long.toString(exact.value()), label, important);
            case Reading.Failed failed -> new Cell(Cell.Kind.FAILED, words.say("failed"), "", links.record(failed.run()),
                    why(failed.run()), false, "", label, important);
            case Reading.Ranked(int rank) -> figure(words.formats().integer(rank), rank, label, important);
            case Reading.Stands(var standing) -> stands(standing, column, label, important);
            case Reading.Missing missing -> new Cell(Cell.Kind.MISSING, "\u2013", "", links.model(model.name()) + "#runs",
                    words.say(missing.why()), false, "", label, important);
        };
    }

    private Cell figure(String text, double value, String label, boolean important) {
        return new Cell(Cell.Kind.VALUE, text, "", links.method("ranks"), "", false, Double.toString(value), label, important);
    }

    private Cell stands(Standing standing, Column column, String label, boolean important) {
        Column.Figure figure = column instanceof Column.Overall(var of, var _, var _) ? of : Column.Figure.BORDA;
        return switch (figure) {
            case RANK -> figure(rank(standing), standing.rank(), label, important);
            case BORDA -> figure(words.formats().decimals(standing.borda(), 1), standing.borda(), label, important);
            case MEAN -> figure(words.formats().decimals(standing.mean(), DIGITS_WITHOUT_INTERVAL), standing.mean(), label, important);
            case MEAN_OF_KINDS -> figure(words.formats().decimals(standing.meanOfKinds(), DIGITS_WITHOUT_INTERVAL),
                    standing.meanOfKinds(), label, important);
        };
    }

    private String rank(Standing standing) {
        String rank = words.formats().integer(standing.rank());
        return standing.bestRank() == standing.worstRank() ? rank
                : words.say("overall.interval", rank, words.formats().integer(standing.bestRank()), words.formats().integer(standing.worstRank()));
    }

    Cell measured(Reading.Measured measured, String label, boolean important) {
        Spread spread = spread(measured.estimate());
        boolean marked = isUncertain(measured.run(), measured.estimate());
        String reason = marked ? words.say("why.marked") : spread.interval().isEmpty() ? words.say("why.no_interval") : "";
        return new Cell(Cell.Kind.VALUE, spread.value(), spread.interval(), links.record(measured.run()), reason, marked,
                Double.toString(measured.estimate().value()), label, important, measured.estimate().low(), measured.estimate().high(), false, Cell.Tie.NONE);
    }

    /** Speeds suffer from whatever else a machine does; what they were measured beside, or their own spread, says so. */
    static boolean isUncertain(RunRecord run, double value, OptionalDouble low, OptionalDouble high) {
        double half = (high.orElse(0) - low.orElse(0)) / 2;
        boolean spreads = run.task().kind() == TaskKind.SPEED && half > MOST_SPREAD * Math.abs(value);
        return spreads || run.guards().marked();
    }

    /** The same of a number that may be none of the machine: what is busy beside it makes no order better or worse. */
    static boolean isUncertain(RunRecord run, Estimate estimate) {
        boolean timed = run.task().kind() == TaskKind.SPEED || estimate.unit().equals(Metric.ADDED_MILLISECONDS.unit());
        return timed && isUncertain(run, estimate.value(), estimate.low(), estimate.high());
    }

    /** Value and interval; without an interval three digits, and nothing that looks like one. */
    Spread spread(Estimate estimate) {
        boolean hasWidth = estimate.low().isPresent() && estimate.high().getAsDouble() > estimate.low().getAsDouble();
        return hasWidth
                ? words.formats().spread(estimate.value(), estimate.low().getAsDouble(), estimate.high().getAsDouble())
                : new Spread(words.formats().number(estimate.value(), DIGITS_WITHOUT_INTERVAL), "");
    }

    /** Value and interval in one line of text. */
    String inWords(Estimate estimate) {
        Spread spread = spread(estimate);
        return spread.interval().isEmpty() ? spread.value() : spread.value() + "\u00A0" + spread.interval();
    }

    private String quantity(Reading.Exact exact, Column column) {
        return switch (column) {
            case Column.Size _, Column.Memory _ -> words.formats().bytes(exact.value());
            case Column.Parameters _ -> words.formats().count(exact.value());
            case Column.Dimension _, Column.OfMetric _, Column.Rank _, Column.Overall _ -> words.formats().integer(exact.value());
        };
    }

    /** Why a run failed: one sentence, and the record's own reason where that says what was refused. */
    String why(RunRecord run) {
        String sentence = inShort(run);
        boolean refused = run.failure().filter(failure -> failure.kind() == FailureKind.INVALID).isPresent();
        return refused ? run.reason().map(reason -> words.say("failure.because", sentence, reason)).orElse(sentence) : sentence;
    }

    /** The sentence alone, for where the record's own reason stands beside it. */
    String inShort(RunRecord run) {
        return run.failure()
                .filter(failure -> failure.kind() != FailureKind.SIGNAL || failure.signal().isPresent())
                .map(failure -> words.say("failure." + failure.kind(), failure.signal().orElse("")))
                .orElseGet(() -> words.say("failure.unknown"));
    }
}
