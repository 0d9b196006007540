package pruefstand.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** The program learns each night; that takes longer and changes little. */
    private static final int LEARN = 5;
    /** False alarms are rare, so that so many times as many nights look for them. */
    private static final int QUIET = 10;
    private static final List<Double> MEMORY = List.of(0.3, 0.5, 0.7);
    private static final double[] STEPS = {0.03, 0.05, 0.1};

    private AlarmTable() {
    }

    /** What measuring again at once renews of a night's noise, which is a first-order autoregressive process of the nights but for what is fresh. */
    private enum Again {
        /** A share of the variance that is another each time; the rest is the same all night. */
        SHARE,
        /** Each is a next step from the night's first value. */
        FROM_FIRST,
        /** The night's innovation is drawn anew, after the first value of the night before. */
        INNOVATION,
        /** All measurements are one process, of nights and repetitions alike. */
        EACH_STEP
    }

    /** The noise of one series, in its standard deviations. */
    private static final class Process {

        private final Setting setting;
        private final Random random;
        private double before;
        private double state;

        Process(Setting setting, long seed) {
            this.setting = setting;
            this.random = new Random(seed);
            this.state = random.nextGaussian();
        }

        double first() {
            before = state;
            state = after(state);
            return setting.again() == Again.SHARE ? shared() : state;
        }

        double again() {
            return switch (setting.again()) {
                case SHARE -> shared();
                case FROM_FIRST -> after(state);
                case INNOVATION -> after(before);
                case EACH_STEP -> {
                    state = after(state);
                    yield state;
                }
            };
        }

        private double shared() {
            return Math.sqrt(1 - setting.fresh()) * state + Math.sqrt(setting.fresh()) * random.nextGaussian();
        }

        private double after(double value) {
            return setting.memory() * value + Math.sqrt(1 - setting.memory() * setting.memory()) * random.nextGaussian();
        }

        double measured(double level, double noise) {
            double outlier = random.nextDouble() < OUTLIERS ? 0.5 + 0.4 * random.nextDouble() : 1;
            return level * (1 + NOISE * noise) * outlier;
        }
    }

    /**
     * What the noise is made of.
     *
     * @param again what measuring again renews
     * @param fresh share of the variance of repetitions that is another each time
     * @param memory correlation of the rest from one night to the next
     */
    private record Setting(Again again, double fresh, double memory) {

        static List<Setting> all() {
            List<Setting> all = new ArrayList<>();
            for (double fresh : new double[] {0, 0.5, 0.75}) {
                MEMORY.forEach(memory -> all.add(new Setting(Again.SHARE, fresh, memory)));
            }
            all.add(new Setting(Again.SHARE, 1, 0));
            Stream.of(Again.FROM_FIRST, Again.INNOVATION).forEach(again -> MEMORY.forEach(memory -> all.add(new Setting(again, 1 - memory * memory, memory))));
            MEMORY.forEach(memory -> all.add(new Setting(Again.EACH_STEP, 1 - memory, memory)));
            return all;
        }

        String title() {
            return String.format(Locale.ROOT, "%-10s %3.0f %%   %.1f", again.name().toLowerCase(Locale.ROOT), 100 * fresh, memory);
        }

        /**
         * How many steps any rule could find that raises one false alarm in 100 nights over all series, by Neyman and Pearson: the noise is
         * known exactly, its slow part the night before too, and repetitions without end leave nothing of the fresh part, which is all where the
         * process is known that they start from.
         */
        double atBest(double step, int nights) {
            if (again != Again.SHARE || fresh == 1) {
                return 1;
            }
            double deviations = Math.log(1 - step) / NOISE;
            double information = deviations * deviations * (1 + (nights - 1) * (1 - memory) * (1 - memory)) / ((1 - fresh) * (1 - memory * memory));
            NormalDistribution normal = NormalDistribution.of(0, 1);
            return normal.cumulativeProbability(Math.sqrt(information) - normal.inverseSurvivalProbability(nights * 0.01 / SERIES));
        }
    }

    /** What happened to 500 series in some times 200 nights. */
    private static final class Tally {

        private int alarms;
        private int news;
        private int again;
        private final int[] found = new int[3];
        private int steps;

        String rates() {
            return IntStream.range(0, 3).mapToObj(delay -> String.format(Locale.ROOT, "%6.1f",
                    100.0 * IntStream.rangeClosed(0, delay).map(night -> found[night]).sum() / steps)).reduce("", String::concat);
        }
    }

    /** One setting, one size of step, one history. */
    private static final class Nights {

        private final double step;
        private final List<Process> processes = new ArrayList<>();
        private final List<List<Occasion>> all = new ArrayList<>();
        private final int[] steps = new int[SERIES];
        private final Tally tally;

        Nights(Setting setting, double step, long seed, Tally tally) {
            this.step = step;
            this.tally = tally;
            Random where = new Random(seed);
            for (int i = 0; i < SERIES; i++) {
                processes.add(new Process(setting, 1_000_003 * seed + i));
                all.add(new ArrayList<>());
                steps[i] = step == 0 ? NIGHTS : EARLIEST_STEP + where.nextInt(LATEST_STEP - EARLIEST_STEP);
            }
            tally.steps += SERIES;
        }

        void spend() {
            Noise noise = Noise.of(all);
            for (int night = 0; night < NIGHTS; night++) {
                noise = night % LEARN == 0 ? Noise.of(all) : noise;
                StepTest test = new StepTest(SERIES, noise);
                for (int i = 0; i < SERIES; i++) {
                    count(i, night, judged(test, processes.get(i), all.get(i), night < steps[i] ? 100 : 100 * (1 - step)));
                }
            }
        }

        private StepVerdict judged(StepTest test, Process process, List<Occasion> series, double level) {
            List<Double> values = new ArrayList<>(List.of(process.measured(level, process.first())));
            series.add(new Occasion(values));
            StepVerdict verdict = test.judge(series);
            while (verdict.kind() == StepVerdict.Kind.SUSPECT) {
                for (int k = StepTest.more(values.size() - 1); k > 0; k--) {
                    values.add(process.measured(level, process.again()));
                    tally.again++;
                }
                series.set(series.size() - 1, new Occasion(values));
                verdict = test.judge(series);
            }
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

    /** Usage: AlarmTable HISTORIES [ROWS [FIRST]], the number of histories of 200 nights for each number, the beginning of the rows wanted, and the first seed. */
    public static void main(String[] arguments) {
        int histories = Integer.parseInt(arguments[0]);
        String rows = arguments.length > 1 ? arguments[1] : "";
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        System.out.printf("%d series, noise %.0f %%, %.0f %% outliers, %d nights of each step and %d without; again: what is measured again of the nightly measurements%n%n",
                SERIES, 100 * NOISE, 100 * OUTLIERS, histories * NIGHTS, QUIET * histories * NIGHTS);
        System.out.println("repetitions  mem-   in 100 nights            10 % found by night      5 % found by night      3 % found by night      at best");
        System.out.println("renew        ory   alarms   news   again     1     2     3           1     2     3           1     2     3    10 % 1   5 % 3");
        Setting.all().stream().filter(setting -> setting.title().startsWith(rows)).toList().parallelStream()
                .map(setting -> row(setting, histories, first)).forEachOrdered(System.out::println);
    }

    private static Tally spent(Setting setting, double step, int histories, int first) {
        Tally tally = new Tally();
        IntStream.range(first, first + histories).forEach(seed -> new Nights(setting, step, seed + Math.round(1000 * step) * 1000, tally).spend());
        return tally;
    }

    private static String row(Setting setting, int histories, int first) {
        Tally quiet = spent(setting, 0, QUIET * histories, first);
        double hundreds = QUIET * histories * NIGHTS / 100.0;
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%s  %6.2f %6.2f %6.1f %%", setting.title(), quiet.alarms / hundreds,
                quiet.news / hundreds, quiet.again / hundreds / SERIES));
        for (int i = STEPS.length - 1; i >= 0; i--) {
            row.append("      ").append(spent(setting, STEPS[i], histories, first).rates());
        }
        return row.append(String.format(Locale.ROOT, "  %6.1f  %6.1f", 100 * setting.atBest(0.1, 1), 100 * setting.atBest(0.05, 3))).toString();
    }
}
