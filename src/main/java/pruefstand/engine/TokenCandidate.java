package pruefstand.engine;

/**
 * What a model would put in a place.
 *
 * @param id of the token
 * @param token its text, as the vocabulary writes it
 * @param logLikelihood natural logarithm of its probability
 */
public record TokenCandidate(int id, String token, double logLikelihood) {
}
