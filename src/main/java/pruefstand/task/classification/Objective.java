package pruefstand.task.classification;

/** A smooth function of many numbers that is to be as small as possible. */
interface Objective {

    /** How many numbers. */
    int size();

    /**
     * Its value at a point.
     *
     * @param gradient is filled with the derivatives there
     */
    double value(double[] point, double[] gradient);
}
