package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/**
 * What quantisation costs and what it brings: variants that were made from one base, side by side, most bits first.
 *
 * @param desk of the page
 * @param model whose variants they are
 */
record Ladder(Desk desk, SiteModel model) {

    private static final String DIVERGENCE = "kl_divergence";

    /** A column of the table. */
    private record Rung(String key, boolean higherIsBetter, boolean important, boolean estimated, Function<String, Optional<Cell>> cell) {
    }

    /** One table a base; only columns that have a number. */
    List<Board> all() {
        List<Variant> variants = model.listed().map(ListedModel::variants).orElse(List.of());
        Set<String> bases = variants.stream().flatMap(variant -> variant.base().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return bases.stream().flatMap(base -> board(base, variants).stream()).toList();
    }

    private Optional<Board> board(String base, List<Variant> variants) {
        List<String> rows = variants.stream().filter(variant -> variant.name().equals(base) || variant.base().filter(base::equals).isPresent())
                .map(Variant::name).filter(name -> model.artifact(name).isPresent())
                .sorted(Comparator.comparing((String name) -> -bits(name)).thenComparing(name -> !name.equals(base))).toList();
        List<Rung> rungs = rungs(rows).stream().filter(rung -> rows.stream().anyMatch(name -> rung.cell().apply(name).isPresent())).toList();
        if (rows.size() < 2 || rungs.isEmpty()) {
            return Optional.empty();
        }
        Words words = desk.words();
        List<Board.Head> heads = rungs.stream().map(rung -> new Board.Head(rung.key(), words.say("ladder." + rung.key()),
                words.say("ladder." + rung.key() + ".unit"), rung.higherIsBetter() ? "high" : "low", false, rung.important(), rung.estimated())).toList();
        Board.ModelRows only = new Board.ModelRows(model.name(), desk.links().model(model.name()), rows.stream()
                .map(name -> new Board.Row(name, rungs.stream().map(rung -> rung.cell().apply(name).orElseGet(() -> missing(rung))).toList()))
                .toList());
        return Optional.of(new Board(words.say("ladder.caption", base), List.of(new Board.Group("", "", "", rungs.size())), heads,
                List.of(only), notes(base, rows, only), List.of()));
    }

    private List<String> notes(String base, List<String> rows, Board.ModelRows shown) {
        Words words = desk.words();
        List<String> notes = new ArrayList<>();
        text(rows).ifPresent(task -> notes.add(words.say("ladder.notes", base, task)));
        newest(rows, Metric.TG_TOKENS_PER_SECOND.id()).ifPresent(run -> notes.add(words.say("board.notes.host", words.host(run.host()))));
        if (shown.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::marked)) {
            notes.add(words.say("board.notes.marked"));
        }
        return notes;
    }

    private double bits(String variant) {
        return model.artifact(variant).map(Artifact::bitsPerWeight).filter(bits -> bits.isPresent()).map(bits -> bits.getAsDouble())
                .orElse(0.0);
    }

    /** Two numbers stand in one column only where they come from one task, and speeds from one class of machines. */
    private List<Rung> rungs(List<String> rows) {
        Predicate<RunRecord> sameText = text(rows).<Predicate<RunRecord>>map(name -> run -> run.task().name().equals(name))
                .orElse(_ -> false);
        Predicate<RunRecord> sameHost = newest(rows, Metric.TG_TOKENS_PER_SECOND.id())
                .<Predicate<RunRecord>>map(of -> run -> run.task().name().equals(of.task().name())
                        && run.host().hostClass().equals(of.host().hostClass())).orElse(_ -> false);
        return List.of(
                new Rung("bits_per_weight", false, true, false, this::bitsPerWeight),
                metric(DIVERGENCE, false, true, sameText), metric("kl_divergence_p99", false, false, sameText),
                metric("top_token_agreement", true, false, sameText), metric("perplexity_ratio", false, false, sameText),
                metric(Metric.TG_TOKENS_PER_SECOND.id(), true, true, sameHost),
                new Rung("memory", false, false, false, variant -> memory(variant, sameHost)));
    }

    /** The task over whose text variants are compared with their base: one in the language of the page, if there is one. */
    private Optional<String> text(List<String> rows) {
        Set<String> measured = rows.stream().flatMap(variant -> model.runsOf(variant).stream())
                .filter(run -> desk.results().isCurrent(run) && run.metric(DIVERGENCE).isPresent()).map(run -> run.task().name())
                .collect(Collectors.toSet());
        return desk.site().tasks().stream().filter(task -> measured.contains(task.name())).min(Comparator
                .comparing((Task task) -> !task.definition().languages().contains(desk.words().language())).thenComparing(Task::name))
                .map(Task::name);
    }

    private Optional<Cell> bitsPerWeight(String variant) {
        return newest(List.of(variant), run -> run.artifact().filter(file -> file.bitsPerWeight().isPresent()).isPresent())
                .map(run -> cell(run, "bits_per_weight", desk.words().formats().number(bits(variant), 3), bits(variant), true));
    }

    private Optional<Cell> memory(String variant, Predicate<RunRecord> counts) {
        return newest(List.of(variant), run -> counts.test(run) && run.peakMemoryBytes().isPresent())
                .map(run -> cell(run, "memory", desk.words().formats().bytes(run.peakMemoryBytes().getAsLong()),
                        run.peakMemoryBytes().getAsLong(), false));
    }

    private Rung metric(String id, boolean higherIsBetter, boolean important, Predicate<RunRecord> counts) {
        return new Rung(id, higherIsBetter, important, true, variant -> newest(List.of(variant),
                run -> counts.test(run) && run.metric(id).isPresent())
                .map(run -> desk.cells().measured(new Reading.Measured(run, run.metric(id).orElseThrow()), desk.words().say("ladder." + id),
                        important)));
    }

    private Cell cell(RunRecord run, String key, String text, double value, boolean important) {
        return new Cell(Cell.Kind.VALUE, text, "", desk.links().record(run), "", false, Double.toString(value),
                desk.words().say("ladder." + key), important);
    }

    private Cell missing(Rung rung) {
        return new Cell(Cell.Kind.MISSING, "\u2013", "", desk.links().model(model.name()) + "#runs", desk.words().say("why.not_yet"), false,
                "", desk.words().say("ladder." + rung.key()), rung.important());
    }

    private Optional<RunRecord> newest(List<String> variants, String metric) {
        return newest(variants, run -> run.metric(metric).isPresent());
    }

    /** Runs stand newest first. */
    private Optional<RunRecord> newest(List<String> variants, Predicate<RunRecord> fits) {
        return variants.stream().flatMap(variant -> model.runsOfPresentFile(variant).stream())
                .filter(run -> desk.results().isCurrent(run) && fits.test(run)).findFirst();
    }
}
