package pruefstand.task.classification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the least value of a smooth convex function by limited-memory BFGS with a backtracking line search. Source: Nocedal and
 * Wright, Numerical Optimization (2006), algorithms 7.4 and 7.5. It goes on until no derivative is larger than a tolerance, or a
 * step makes no difference any more.
 */
final class Lbfgs {

    // More than is usual: a step remembered costs little beside a look at all rows.
    private static final int MEMORY = 20;
    private static final double SUFFICIENT = 1e-4;
    private static final double SMALLEST_STEP = 1e-20;

    private final Objective objective;
    private final double tolerance;
    private final Deque<Step> steps = new ArrayDeque<>();

    /**
     * What a step was and what it did to the gradient.
     *
     * @param moved difference of the points
     * @param turned difference of the gradients
     * @param product of the two, above 0
     */
    private record Step(double[] moved, double[] turned, double product) {
    }

    /** @param tolerance largest derivative that counts as none */
    Lbfgs(Objective objective, double tolerance) {
        this.objective = objective;
        this.tolerance = tolerance;
    }

    /** The point of the least value, looked for from zero. */
    double[] minimum() {
        double[] point = new double[objective.size()];
        double[] gradient = new double[point.length];
        double value = objective.value(point, gradient);
        while (largest(gradient) > tolerance) {
            double[] direction = direction(gradient);
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double nextValue = search(new Start(point, gradient, value), direction, next, nextGradient);
            if (!(nextValue < value)) {
                return point;
            }
            remember(difference(next, point), difference(nextGradient, gradient));
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private record Start(double[] point, double[] gradient, double value) {
    }

    /** Halves the step until the value falls enough; the value there, or that of the start where no step lowers it. */
    private double search(Start start, double[] direction, double[] next, double[] gradient) {
        double slope = dot(start.gradient(), direction);
        double step = steps.isEmpty() ? 1 / Math.max(1, largest(start.gradient())) : 1;
        for (; step > SMALLEST_STEP; step /= 2) {
            for (int i = 0; i < next.length; i++) {
                next[i] = start.point()[i] + step * direction[i];
            }
            double value = objective.value(next, gradient);
            if (value <= start.value() + SUFFICIENT * step * slope) {
                return value;
            }
        }
        return start.value();
    }

    /** Minus the gradient times what the last steps tell of the inverse Hessian. */
    private double[] direction(double[] gradient) {
        double[] direction = gradient.clone();
        double[] weights = new double[steps.size()];
        int at = weights.length;
        for (Iterator<Step> newestFirst = steps.descendingIterator(); newestFirst.hasNext();) {
            Step step = newestFirst.next();
            weights[--at] = dot(step.moved(), direction) / step.product();
            add(direction, -weights[at], step.turned());
        }
        if (!steps.isEmpty()) {
            Step newest = steps.getLast();
            scale(direction, newest.product() / dot(newest.turned(), newest.turned()));
        }
        for (Step step : steps) {
            add(direction, weights[at++] - dot(step.turned(), direction) / step.product(), step.moved());
        }
        scale(direction, -1);
        return direction;
    }

    private void remember(double[] moved, double[] turned) {
        double product = dot(moved, turned);
        if (product > 0) {
            if (steps.size() == MEMORY) {
                steps.removeFirst();
            }
            steps.addLast(new Step(moved, turned, product));
        }
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    private static double[] difference(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] x) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * x[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
