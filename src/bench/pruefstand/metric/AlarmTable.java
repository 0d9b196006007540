package pruefstand.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often the step test raises a false alarm, and how soon it finds a step, in histories that are made up: 500 series of 200 nights
 * with noise of 2 %, of which 1 % of measurements are 10 to 50 % too slow.
 */
public final class AlarmTable {

    private static final int NIGHTS = 200;
    private static final int SERIES = 500;
    private static final int EARLIEST_STEP = 60;
    private static final int LATEST_STEP = 180;
    private static final double NOISE = 0.02;
    private static final double OUTLIERS = 0.01;
    private static final double[] FRESH = {0, 0.5, 0.75, 1};
    private static final double[] MEMORY = {0.3, 0.5, 0.7};
    private static final double[] STEPS = {0.03, 0.05, 0.1};

    private AlarmTable() {
    }

    /** The noise of one series. */
    private static final class Noise {

        private final Setting setting;
        private final Random random;
        private double slow;

        Noise(Setting setting, long seed) {
            this.setting = setting;
            this.random = new Random(seed);
            this.slow = random.nextGaussian();
        }

        void nextNight() {
            slow = setting.memory() * slow + Math.sqrt(1 - setting.memory() * setting.memory()) * random.nextGaussian();
        }

        double measured(double level) {
            double noise = Math.sqrt(1 - setting.fresh()) * slow + Math.sqrt(setting.fresh()) * random.nextGaussian();
            double outlier = random.nextDouble() < OUTLIERS ? 0.5 + 0.4 * random.nextDouble() : 1;
            return level * (1 + NOISE * noise) * outlier;
        }
    }

    /**
     * What the noise is made of.
     *
     * @param fresh share of its variance that is another each time something is measured
     * @param memory correlation of the rest from one night to the next
     */
    private record Setting(double fresh, double memory) {

        /**
         * How many steps any rule could find that raises one false alarm in 100 nights over all series, by Neyman and Pearson: the noise is
         * known exactly, its slow part the night before too, and repetitions without end leave nothing of the fresh part.
         */
        double atBest(double step, int nights) {
            double deviations = Math.log(1 - step) / NOISE;
            double information = deviations * deviations * (1 + (nights - 1) * (1 - memory) * (1 - memory)) / ((1 - fresh) * (1 - memory * memory));
            NormalDistribution normal = NormalDistribution.of(0, 1);
            return normal.cumulativeProbability(Math.sqrt(information) - normal.inverseSurvivalProbability(nights * 0.01 / SERIES));
        }
    }

    /** What happened to 500 series in 200 nights. */
    private static final class Tally {

        private int alarms;
        private int news;
        private int again;
        private final int[] found = new int[3];

        String rates() {
            return IntStream.range(0, 3).mapToObj(delay -> String.format(Locale.ROOT, "%6.1f",
                    100.0 * IntStream.rangeClosed(0, delay).map(night -> found[night]).sum() / SERIES)).reduce("", String::concat);
        }
    }

    /** One setting, one size of step. */
    private static final class Nights {

        private final double step;
        private final List<Noise> noises = new ArrayList<>();
        private final List<List<Occasion>> all = new ArrayList<>();
        private final int[] steps = new int[SERIES];
        private final Tally tally = new Tally();
        private final List<Double> apart = new ArrayList<>();

        Nights(Setting setting, double step, long seed) {
            this.step = step;
            Random where = new Random(seed);
            for (int i = 0; i < SERIES; i++) {
                noises.add(new Noise(setting, 1_000_003 * seed + i));
                all.add(new ArrayList<>());
                steps[i] = step == 0 ? NIGHTS : EARLIEST_STEP + where.nextInt(LATEST_STEP - EARLIEST_STEP);
            }
        }

        Tally spend() {
            for (int night = 0; night < NIGHTS; night++) {
                StepTest test = new StepTest(SERIES, Renewal.of(apart.stream().mapToDouble(value -> value).toArray()));
                for (int i = 0; i < SERIES; i++) {
                    noises.get(i).nextNight();
                    count(i, night, judged(test, noises.get(i), all.get(i), night < steps[i] ? 100 : 100 * (1 - step)));
                }
            }
            return tally;
        }

        private StepVerdict judged(StepTest test, Noise noise, List<Occasion> series, double level) {
            List<Double> values = new ArrayList<>(List.of(noise.measured(level)));
            series.add(new Occasion(values));
            StepVerdict verdict = test.judge(series);
            while (verdict.kind() == StepVerdict.Kind.SUSPECT) {
                for (int k = values.size() == 1 ? 2 : 1; k > 0; k--) {
                    values.add(noise.measured(level));
                    tally.again++;
                }
                series.set(series.size() - 1, new Occasion(values));
                verdict = test.judge(series);
            }
            Renewal.apart(series).forEach(apart::add);
            return verdict;
        }

        private void count(int i, int night, StepVerdict verdict) {
            int delay = night - steps[i];
            switch (verdict.kind()) {
                case LOWER -> {
                    if (delay >= 0 && delay < 3) {
                        tally.found[delay]++;
                    }
                    tally.alarms += delay < 0 ? 1 : 0;
                }
                case HIGHER -> tally.news++;
                case STEADY, SUSPECT -> { }
            }
            if (verdict.kind().isStep()) {
                all.set(i, new ArrayList<>(all.get(i).subList(verdict.since(), all.get(i).size())));
            }
        }
    }

    /** Usage: AlarmTable HISTORIES, the number of histories of 200 nights for the false alarms of each row. */
    public static void main(String[] arguments) {
        int histories = Integer.parseInt(arguments[0]);
        System.out.printf("%d series, noise %.0f %%, %.0f %% outliers; false alarms over all series in %d nights, steps in %d nights%n%n", SERIES,
                100 * NOISE, 100 * OUTLIERS, histories * NIGHTS, NIGHTS);
        System.out.println("renewed  memory   in 100 nights   measured    10 % found by night       5 % found by night        3 % found by night      at best");
        System.out.println("by again of rest  alarms   news      again        1     2     3           1     2     3           1     2     3    10 % 1   5 % 3");
        IntStream.range(0, FRESH.length * MEMORY.length).parallel()
                .mapToObj(row -> row(new Setting(FRESH[row / MEMORY.length], MEMORY[row % MEMORY.length]), histories)).forEachOrdered(System.out::println);
    }

    private static String row(Setting setting, int histories) {
        List<Tally> quiet = IntStream.range(0, histories).mapToObj(seed -> new Nights(setting, 0, seed + 1).spend()).toList();
        double hundreds = histories * NIGHTS / 100.0;
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%6.0f %%   %.1f  %8.2f %6.2f  %6.1f %%", 100 * setting.fresh(), setting.memory(),
                quiet.stream().mapToInt(tally -> tally.alarms).sum() / hundreds, quiet.stream().mapToInt(tally -> tally.news).sum() / hundreds,
                100.0 * quiet.stream().mapToInt(tally -> tally.again).sum() / histories / NIGHTS / SERIES));
        for (int i = STEPS.length - 1; i >= 0; i--) {
            row.append("      ").append(new Nights(setting, STEPS[i], 99).spend().rates());
        }
        return row.append(String.format(Locale.ROOT, "  %6.1f  %6.1f", 100 * setting.atBest(0.1, 1), 100 * setting.atBest(0.05, 3))).toString();
    }
}
