package pruefstand.metric;

/**
 * The repetitions of an occasion that are still to come, and what they may change in its value, in standard deviations of a single one.
 *
 * @param fresh share of the variance that is another each time
 * @param done how often it was measured again, once at least
 * @param all how often it may be
 */
record Rest(double fresh, int done, int all) {

    /** Standard deviation of the change. */
    double deviation() {
        return toCome() == 0 ? 0 : Math.sqrt(fresh * (Occasion.shareOfVariance(done) - Occasion.shareOfVariance(all)));
    }

    /**
     * How much nearer to what is usual the value comes, if nothing has happened: what was fresh does not come again.
     *
     * @param off how far it is now
     * @param sure so many standard deviations beyond what is expected
     */
    double lost(double off, double sure) {
        return toCome() == 0 ? 0
                : toCome() * ((1 - kept()) * off + sure * Math.sqrt(fresh / (all - done) + (1 - fresh) * (1 - kept())));
    }

    private double toCome() {
        return Math.max(0, 1 - (double) done / all);
    }

    /** The share of what is off that the slow part explains, which stays. */
    private double kept() {
        return fresh == 0 ? 1 : (1 - fresh) / (1 - fresh + fresh / done);
    }
}
