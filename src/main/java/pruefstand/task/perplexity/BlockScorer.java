package pruefstand.task.perplexity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.metric.NegativeLogLikelihood;
import pruefstand.task.Progress;

/** Has an engine score blocks, in groups that it may compute at once. */
final class BlockScorer {

    /** Large enough for an engine to fill its batches, small enough for progress to move. */
    private static final int GROUP = 8;

    private BlockScorer() {
    }

    static List<BlockScore> score(TokenScorer scorer, List<Block> blocks, Progress progress) {
        return sums(blocks, tokens(scorer, blocks, progress));
    }

    /** The scores of each sequence of each block, in order. */
    static List<TokenScores> tokens(TokenScorer scorer, List<Block> blocks, Progress progress) {
        return scores(scorer, blocks.stream().flatMap(block -> block.sequences().stream()).toList(), progress);
    }

    /** What they come to for each block. */
    static List<BlockScore> sums(List<Block> blocks, List<TokenScores> tokens) {
        Iterator<TokenScores> scores = tokens.iterator();
        return blocks.stream().map(block -> new BlockScore(block.bytes(), sum(block, scores))).toList();
    }

    private static List<TokenScores> scores(TokenScorer scorer, List<TokenSequence> sequences, Progress progress) {
        List<TokenScores> scores = new ArrayList<>(sequences.size());
        for (int from = 0; from < sequences.size(); from += GROUP) {
            progress.at(from, sequences.size());
            scores.addAll(scorer.score(sequences.subList(from, Math.min(from + GROUP, sequences.size()))));
        }
        progress.at(sequences.size(), sequences.size());
        return scores;
    }

    private static NegativeLogLikelihood sum(Block block, Iterator<TokenScores> scores) {
        return NegativeLogLikelihood.sum(block.sequences().stream()
                .map(_ -> NegativeLogLikelihood.of(scores.next().logLikelihoods())).toList());
    }
}
