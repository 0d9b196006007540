package pruefstand.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What models reach over several tasks of which each model has every one. Higher is better in every task; values of different tasks
 * are averaged as they are, so they should have one range. No tasks: no standings.
 *
 * @param kinds the kind of each task
 * @param values {@code [model][task]}
 */
public record Scoreboard(List<String> kinds, double[][] values) {

    public Scoreboard {
        kinds = List.copyOf(kinds);
        for (double[] row : values) {
            if (row.length != kinds.size() || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("each model needs a finite value for each of " + kinds.size() + " tasks");
            }
        }
    }

    /**
     * Where each model stands, in the order given. Borda's points are, summed over tasks, the number of models less the model's
     * rank, where equal values share the average of their ranks; ranks come from the points, equal points share the better rank.
     * The interval of the rank holds 95 % of the ranks that tasks drawn anew, as often as the bootstrap says, lead to. Source: MTEB's
     * leaderboard for Borda; Efron and Tibshirani (1993) for the interval.
     */
    public List<Standing> standings(Bootstrap bootstrap) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        double[][] points = points();
        int[] all = IntStream.range(0, kinds.size()).toArray();
        int[][] drawn = drawnRanks(points, bootstrap);
        int[] ranks = ranks(points, all);
        return IntStream.range(0, values.length).mapToObj(model -> new Standing(mean(values[model], all), meanOfKinds(values[model]),
                sum(points[model], all), ranks[model], best(drawn[model]), worst(drawn[model]))).toList();
    }

    /** {@code [model][task]}. */
    private double[][] points() {
        int models = values.length;
        double[][] points = new double[models][kinds.size()];
        int[] all = IntStream.range(0, models).toArray();
        for (int task = 0; task < kinds.size(); task++) {
            int column = task;
            double[] rising = Ranks.of(Arrays.stream(values).mapToDouble(row -> row[column]).toArray()).average(all);
            for (int model = 0; model < models; model++) {
                // The average rank from the bottom is models + 1 less the one from the top.
                points[model][task] = rising[model] - 1;
            }
        }
        return points;
    }

    private int[][] drawnRanks(double[][] points, Bootstrap bootstrap) {
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        int[] drawn = new int[kinds.size()];
        int[][] ranks = new int[points.length][bootstrap.resamples()];
        for (int i = 0; i < bootstrap.resamples(); i++) {
            Arrays.setAll(drawn, _ -> random.nextInt(drawn.length));
            int[] found = ranks(points, drawn);
            for (int model = 0; model < found.length; model++) {
                ranks[model][i] = found[model];
            }
        }
        return ranks;
    }

    private static int[] ranks(double[][] points, int[] tasks) {
        double[] sums = Arrays.stream(points).mapToDouble(row -> sum(row, tasks)).toArray();
        return Arrays.stream(sums).mapToInt(sum -> 1 + (int) Arrays.stream(sums).filter(other -> other > sum).count()).toArray();
    }

    private static int best(int[] ranks) {
        return Arrays.stream(ranks).sorted().skip(beyond(ranks.length)).findFirst().orElseThrow();
    }

    private static int worst(int[] ranks) {
        return Arrays.stream(ranks).sorted().limit(ranks.length - beyond(ranks.length)).max().orElseThrow();
    }

    /** How many draws may lie beyond either end of the interval. */
    private static long beyond(int draws) {
        return (long) Math.floor((1 - Interval.LEVEL) / 2 * draws);
    }

    private double meanOfKinds(double[] row) {
        Map<String, List<Integer>> byKind = new LinkedHashMap<>();
        IntStream.range(0, row.length).forEach(task -> byKind.computeIfAbsent(kinds.get(task), _ -> new ArrayList<>()).add(task));
        return byKind.values().stream().sorted(Comparator.comparingInt(List::getFirst))
                .mapToDouble(tasks -> mean(row, tasks.stream().mapToInt(Integer::intValue).toArray())).average().orElseThrow();
    }

    private static double sum(double[] row, int[] tasks) {
        double sum = 0;
        for (int task : tasks) {
            sum += row[task];
        }
        return sum;
    }

    private static double mean(double[] row, int[] tasks) {
        return sum(row, tasks) / tasks.length;
    }
}
