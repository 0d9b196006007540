package pruefstand.engine.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.vector.LogSoftmax;

/** Scores the sequences of one group. */
final class GroupScoring {

    private static final long MOST_COPIED_BYTES = 1L << 28;

    private final OnnxDecoder decoder;
    private final List<TokenSequence> members;
    private final List<TokenScores> scores;

    GroupScoring(OnnxDecoder decoder, List<TokenSequence> members) {
        this.decoder = decoder;
        this.members = members;
        this.scores = members.stream().map(s -> new TokenScores(new double[s.scored()], new boolean[s.scored()])).toList();
    }

    /**
     * The scores, in the members' order.
     *
     * @param shared tokens at the beginning that all have in common
     */
    List<TokenScores> run(int shared) {
        List<Integer> all = IntStream.range(0, members.size()).boxed().toList();
        if (shared == 0) {
            read(all, 0, decoder.graph().nothingRead(all.size())).close();
            return scores;
        }
        try (KeyValues past = readShared(all, shared)) {
            List<Integer> further = all.stream().filter(member -> SequenceGroup.read(members.get(member)) > shared).toList();
            for (int start = 0; start < further.size();) {
                List<Integer> part = further.subList(start, start + fitting(further, start, past));
                read(part, shared, decoder.graph().repeated(past, part.size())).close();
                start += part.size();
            }
        }
        return scores;
    }

    /** How many may go on together: their tokens fill a call, and the copies of what is remembered do not take too much. */
    private int fitting(List<Integer> further, int start, KeyValues past) {
        long copies = Math.max(1, MOST_COPIED_BYTES / Math.max(1, past.bytes()));
        int count = 1;
        while (start + count < further.size() && count < copies && (count + 1L)
                * (SequenceGroup.read(members.get(further.get(start + count))) - past.length()) <= decoder.budget()) {
            count++;
        }
        return count;
    }

    private KeyValues readShared(List<Integer> all, int shared) {
        KeyValues past = decoder.graph().nothingRead(1);
        for (int start = 0; start < shared; start = past.length()) {
            past = read(all, true, new Stretch(start, Math.min(shared, start + decoder.budget())), past);
        }
        return past;
    }

    // A single text that is too long for a call is read in pieces; several have been chosen to fit.
    private KeyValues read(List<Integer> rows, int from, KeyValues past) {
        int end = SequenceGroup.read(members.get(rows.getLast()));
        boolean whole = rows.size() > 1 || !decoder.remembers();
        KeyValues now = past;
        for (int start = from; start < end;) {
            int stop = whole ? end : Math.min(end, start + decoder.budget());
            now = read(rows, false, new Stretch(start, stop), now);
            start = stop;
        }
        return now;
    }

    /** Tokens from one place up to another. */
    private record Stretch(int start, int end) {
    }

    /** Reads a stretch of all rows, or once what they share, and scores what follows each token. */
    private KeyValues read(List<Integer> rows, boolean once, Stretch stretch, KeyValues past) {
        boolean wanted = rows.stream().anyMatch(member -> members.get(member).from() <= stretch.end());
        List<Tokens> tokens = rows.subList(0, once ? 1 : rows.size()).stream().map(members::get)
                .map(member -> Tokens.of(member.tokens(), stretch.start(), Math.min(stretch.end(), SequenceGroup.read(member))))
                .toList();
        Step step = decoder.read(tokens, past, wanted);
        step.output().ifPresent(logits -> IntStream.range(0, rows.size())
                .forEach(row -> score(rows.get(row), once ? 0 : row, stretch, logits)));
        return step.past();
    }

    private void score(int member, int row, Stretch stretch, Output logits) {
        TokenSequence sequence = members.get(member);
        int[] tokens = sequence.tokens();
        for (int next = Math.max(stretch.start() + 1, sequence.from()); next <= Math.min(stretch.end(), tokens.length - 1); next++) {
            MemorySegment numbers = logits.of(row, next - 1 - stretch.start());
            LogSoftmax softmax = LogSoftmax.of(numbers);
            TokenScores into = scores.get(member);
            into.logLikelihoods()[next - sequence.from()] =
                    softmax.logProbability(numbers.getAtIndex(ValueLayout.JAVA_FLOAT, tokens[next]));
            into.greedy()[next - sequence.from()] = softmax.argmax() == tokens[next];
        }
    }
}
