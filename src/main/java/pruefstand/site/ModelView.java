package pruefstand.site;

import java.util.List;

/**
 * The page of a model.
 *
 * @param frame what stands around it
 * @param name of the model
 * @param quotes what was written, newest first
 * @param measured what was measured
 */
record ModelView(Frame frame, String name, List<Quote> quotes, Measured measured) {

    /**
     * The half that no review changes.
     *
     * @param facts kind, family, licence, parameters, aliases
     * @param measures what was measured, main figures first
     * @param whyNot why there are no numbers; empty where there are some
     * @param ladder variants of one base side by side; none where there is no such
     * @param curves how its speed goes with depth and with texts side by side; none before a sweep
     * @param samples how it read a text; none before it has
     * @param history how its numbers went over time; none before the fourth night
     * @param charts the way to all charts, where there are more; empty where all are shown
     * @param heads in what its variants differ
     * @param variants ways in which it runs
     * @param runs the newest runs, newest first
     * @param files reviews, variants and every run, for programs
     * @param commands how to run it oneself
     */
    record Measured(List<Fact> facts, List<Measure> measures, List<String> whyNot, List<Board> ladder, List<ChartView> curves,
            List<SampleView> samples, List<ChartView> history, List<Link> charts, List<String> heads, List<VariantRow> variants,
            List<RunView> runs, List<Link> files, List<Command> commands) {
    }

    /**
     * Something known about it.
     *
     * @param name what
     * @param term where that is explained; empty text where it needs no explaining
     * @param value as it reads
     * @param href where more stands; empty text where there is no such
     */
    record Fact(String name, String term, String value, String href) {

        Fact(String name, String term, String value) {
            this(name, term, value, "");
        }

        static Fact of(Desk desk, String key, String value) {
            return new Fact(desk.words().say(key), desk.term(key), value);
        }
    }

    /**
     * A column's numbers for all variants.
     *
     * @param title metric and language
     * @param unit unit and direction
     * @param task the task, with a link
     * @param rows one a variant
     */
    record Measure(String title, String unit, Link task, List<Row> rows) {
    }

    /**
     * A variant's number.
     *
     * @param variant its name
     * @param cell the number
     * @param strip its interval as a drawing; empty where there is none
     */
    record Row(String variant, Cell cell, List<Strip> strip) {
    }

    /**
     * A variant.
     *
     * @param name its name
     * @param values in the order of the heads
     */
    record VariantRow(String name, List<String> values) {
    }

    /**
     * A run.
     *
     * @param date when
     * @param task which task
     * @param variant of what
     * @param result the main figure, or why there is none
     * @param reason in the words of the program that measured, in English; empty text where there is none
     * @param failed whether it failed
     * @param record link to the record
     */
    record RunView(String date, Link task, String variant, String result, String reason, boolean failed, String record) {
    }

    /**
     * A command to type.
     *
     * @param about what it does
     * @param line the command
     */
    record Command(String about, String line) {
    }
}
