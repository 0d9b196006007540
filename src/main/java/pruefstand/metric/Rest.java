package pruefstand.metric;

/**
 * The repetitions of an occasion that are still to come, and what they may change in its value, in standard deviations of a single one.
 *
 * @param fresh share of the variance that is another each time
 * @param done how often it was measured again
 * @param all how often it may be
 */
record Rest(double fresh, int done, int all) {

    /** Standard deviation of the change. Before the first repetition nothing of what comes is in the value. */
    double deviation() {
        double now = done == 0 ? -1 : Occasion.shareOfVariance(done);
        return toCome() == 0 ? 0 : Math.sqrt(fresh * Math.abs(now - Occasion.shareOfVariance(all)));
    }

    /** How much of its deviation the value is expected to lose if nothing has happened: what was fresh does not come again. */
    double loss() {
        return toCome() * (1 - kept());
    }

    /** Standard deviation of what is lost then. */
    double deviationOfLoss() {
        return toCome() == 0 ? 0 : toCome() * Math.sqrt(fresh / (all - done) + (1 - fresh) * (1 - kept()));
    }

    private double toCome() {
        return Math.max(0, 1 - (double) done / all);
    }

    private double kept() {
        return done == 0 ? 1 - fresh : (1 - fresh) / (1 - fresh + fresh / done);
    }
}
