package pruefstand.engine.server;

/**
 * What a server says about one token of a text that it was given.
 *
 * @param logLikelihood natural logarithm of its probability; NaN for the first, which has nothing before it
 * @param greedy whether it was the model's first choice
 */
record TextScore(double logLikelihood, boolean greedy) {

    static final TextScore UNKNOWN = new TextScore(Double.NaN, false);
}
