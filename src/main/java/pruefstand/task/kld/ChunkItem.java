package pruefstand.task.kld;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pruefstand.metric.TokenDivergence;

/**
 * A chunk as both models saw it, as it is kept beside a record; one number for each of its scored tokens.
 *
 * @param index from 0, in the order of the text
 * @param klDivergence from the base's distribution to the candidate's, nats
 * @param baseLogLikelihood ln p of the token under the base
 * @param logLikelihood ln p of the token under the candidate
 * @param sameTop whether both have the same first choice
 */
record ChunkItem(int index, double[] klDivergence, double[] baseLogLikelihood, double[] logLikelihood, List<Boolean> sameTop) {

    static ChunkItem of(int index, List<TokenDivergence> tokens) {
        return new ChunkItem(index, each(tokens, TokenDivergence::klDivergence), each(tokens, TokenDivergence::baseLogLikelihood),
                each(tokens, TokenDivergence::logLikelihood), tokens.stream().map(TokenDivergence::sameTop).toList());
    }

    List<TokenDivergence> tokens() {
        return IntStream.range(0, klDivergence.length).mapToObj(i -> new TokenDivergence(klDivergence[i], baseLogLikelihood[i],
                logLikelihood[i], sameTop.get(i))).toList();
    }

    private static double[] each(List<TokenDivergence> tokens, ToDoubleFunction<TokenDivergence> quantity) {
        return tokens.stream().mapToDouble(quantity).toArray();
    }
}
