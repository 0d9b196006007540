package pruefstand.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Metric;
import pruefstand.metric.Scoreboard;
import pruefstand.metric.Standing;
import pruefstand.metric.TieGroups;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.TaskRanks;
import pruefstand.task.Task;

/**
 * Ranks of models by one task, and where they stand over several.
 *
 * @param site what it is about
 * @param results finds numbers
 */
record Standings(Site site, Results results) {

    /** A mean over fewer says nothing that the tasks do not say. */
    private static final int FEWEST_TASKS = 3;

    /**
     * Ranks of variants that can be told apart.
     *
     * @param items how many were paired; 0 where fewer than two variants could be
     * @param ranks by variant; none of those that could not be compared
     */
    record OfOneTask(int items, Map<Place, Integer> ranks) {

        boolean areShown() {
            return items >= TieGroups.FEWEST_ITEMS;
        }
    }

    /**
     * Where variants stand that have all tasks.
     *
     * @param items of the task that has fewest
     * @param standings by variant; none where there are too few variants or tasks
     */
    record OfSeveral(int items, Map<Place, Standing> standings) {

        boolean areShown() {
            return !standings.isEmpty();
        }

        boolean haveRanks() {
            return items >= TieGroups.FEWEST_ITEMS;
        }
    }

    OfOneTask by(Column.OfMetric column) {
        Map<Place, RunRecord> runs = new HashMap<>();
        List<Place> places = new ArrayList<>();
        site.models().forEach(model -> model.variants().forEach(variant -> {
            if (results.read(model, variant, column) instanceof Reading.Measured(var run, var _)) {
                places.add(new Place(model.name(), variant));
                runs.put(places.getLast(), run);
            }
        }));
        TaskRanks found = TaskRanks.of(places.stream().map(runs::get).toList(), column.metric().id(), site.kept());
        Map<Place, Integer> ranks = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            OptionalInt rank = found.ranks().get(i);
            if (rank.isPresent()) {
                ranks.put(places.get(i), rank.getAsInt());
            }
        }
        return new OfOneTask(found.items(), ranks);
    }

    OfSeveral over(List<Task> tasks) {
        Map<Place, List<RunRecord>> entries = new LinkedHashMap<>();
        BoardKind.EMBEDDING_MODELS.models(site).forEach(model -> model.variants().forEach(variant ->
                runs(model, variant, tasks).ifPresent(runs -> entries.put(new Place(model.name(), variant), runs))));
        if (tasks.size() < FEWEST_TASKS || entries.size() < 2) {
            return new OfSeveral(0, Map.of());
        }
        double[][] values = entries.values().stream().map(runs -> runs.stream().mapToDouble(Standings::main).toArray()).toArray(double[][]::new);
        List<Standing> standings = new Scoreboard(tasks.stream().map(task -> task.definition().kind().toString()).toList(), values)
                .standings(Bootstrap.DEFAULT);
        Map<Place, Standing> byPlace = new HashMap<>();
        List<Place> places = List.copyOf(entries.keySet());
        for (int i = 0; i < places.size(); i++) {
            byPlace.put(places.get(i), standings.get(i));
        }
        int fewest = entries.values().stream().flatMap(List::stream).mapToInt(run -> (int) run.setting("items").orElse(0)).min().orElse(0);
        return new OfSeveral(fewest, byPlace);
    }

    private static double main(RunRecord run) {
        return run.main().flatMap(run::metric).orElseThrow().value();
    }

    private Optional<List<RunRecord>> runs(SiteModel model, String variant, List<Task> tasks) {
        List<RunRecord> runs = tasks.stream().flatMap(task -> {
            Metric metric = Site.metrics(task.definition().kind()).getFirst();
            return results.columns(task, metric, Optional.empty()).stream().limit(1)
                    .flatMap(column -> results.read(model, variant, column) instanceof Reading.Measured(var run, var _)
                            ? Stream.of(run) : Stream.empty());
        }).toList();
        return Optional.of(runs).filter(all -> all.size() == tasks.size());
    }
}
