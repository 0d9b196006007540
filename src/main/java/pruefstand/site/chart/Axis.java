package pruefstand.site.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scale from values to pixels.
 *
 * @param from value at the beginning
 * @param to value at the end
 * @param start pixel of {@code from}
 * @param end pixel of {@code to}
 * @param logarithmic whether equal ratios, not equal differences, have equal lengths
 */
record Axis(double from, double to, double start, double end, boolean logarithmic) {

    private static final List<Double> STEPS = List.of(1.0, 2.0, 5.0);

    double place(double value) {
        double share = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /**
     * Round values along the axis, about {@code most} of them, and more only where there would be one: that says nothing of distances.
     * They are those of a linear axis where powers are too far apart.
     */
    List<Double> ticks(int most) {
        List<Double> powers = logarithmic ? logarithmicTicks(most) : List.of();
        return powers.size() > 1 ? powers : linearTicks(most);
    }

    private List<Double> linearTicks(int most) {
        double rough = (to - from) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        List<Double> wide = STEPS.stream().map(factor -> factor * power).filter(size -> size >= rough).toList();
        List<Double> ticks = every(wide.isEmpty() ? 10 * power : wide.getFirst());
        return ticks.size() > 1 ? ticks : Stream.of(5.0, 2.0, 1.0, 0.5, 0.2).map(factor -> every(factor * power)).filter(more -> more.size() > 1)
                .findFirst().orElse(ticks);
    }

    private List<Double> every(double step) {
        long first = (long) Math.ceil(from / step);
        long last = (long) Math.floor(to / step);
        return IntStream.rangeClosed(0, (int) (last - first)).mapToObj(i -> (first + i) * step).toList();
    }

    private List<Double> logarithmicTicks(int most) {
        int first = (int) Math.floor(Math.log10(from));
        int last = (int) Math.ceil(Math.log10(to));
        DoubleFunction<List<Double>> every = decades -> IntStream.rangeClosed(first, last)
                .filter(power -> (power - first) % (int) decades == 0).mapToObj(power -> Math.pow(10, power))
                .filter(this::covers).toList();
        List<Double> fine = IntStream.rangeClosed(first, last).boxed()
                .flatMap(power -> STEPS.stream().map(step -> step * Math.pow(10, power))).filter(this::covers).toList();
        if (fine.size() <= most) {
            return fine;
        }
        if (every.apply(1).size() < 2) {
            return IntStream.rangeClosed(first, last).boxed().flatMap(power -> Stream.of(Math.pow(10, power), 3 * Math.pow(10, power)))
                    .filter(this::covers).toList();
        }
        return IntStream.rangeClosed(1, Math.max(1, last - first)).mapToObj(every::apply)
                .filter(ticks -> ticks.size() <= most).findFirst().orElse(List.of());
    }

    private boolean covers(double value) {
        return value >= from && value <= to;
    }
}
