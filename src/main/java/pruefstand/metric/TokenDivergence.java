package pruefstand.metric;

/**
 * A token as two models saw it in the same place.
 *
 * @param klDivergence from the base's distribution to the candidate's, nats
 * @param baseLogLikelihood ln p of the token under the base
 * @param logLikelihood ln p of the token under the candidate
 * @param sameTop whether both have the same first choice
 */
public record TokenDivergence(double klDivergence, double baseLogLikelihood, double logLikelihood, boolean sameTop) {

    /** Probability of the token under the candidate less that under the base, -1 … 1. */
    double deltaP() {
        return Math.exp(logLikelihood) - Math.exp(baseLogLikelihood);
    }
}
