package pruefstand.engine.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import pruefstand.engine.Sampling;
import pruefstand.vector.LogSoftmax;

/** Chooses the next token of its logits. The temperature applies to all; then top-k, top-p and min-p, each to what is left. */
final class Sampler {

    private final Sampling sampling;
    private final SplittableRandom random;

    Sampler(Sampling sampling) {
        this.sampling = sampling;
        this.random = new SplittableRandom(sampling.seed());
    }

    /** A token and its weight, 1 for the likeliest. */
    private record Candidate(int id, double weight) {
    }

    int choose(MemorySegment logits) {
        LogSoftmax softmax = LogSoftmax.of(logits);
        if (sampling.isGreedy()) {
            return softmax.argmax();
        }
        List<Candidate> left = filter(candidates(logits, softmax.max()));
        double target = random.nextDouble() * left.stream().mapToDouble(Candidate::weight).sum();
        for (Candidate candidate : left) {
            target -= candidate.weight();
            if (target < 0) {
                return candidate.id();
            }
        }
        return left.getLast().id();
    }

    /** Likeliest first, of equals the lowest id. */
    private List<Candidate> candidates(MemorySegment logits, float max) {
        int count = (int) (logits.byteSize() / Float.BYTES);
        return IntStream.range(0, count).mapToObj(id -> new Candidate(id,
                Math.exp(((double) logits.getAtIndex(ValueLayout.JAVA_FLOAT, id) - max) / sampling.temperature())))
                .sorted(Comparator.comparingDouble(Candidate::weight).reversed().thenComparingInt(Candidate::id)).toList();
    }

    private List<Candidate> filter(List<Candidate> candidates) {
        int most = sampling.topK() == 0 ? candidates.size() : Math.min(sampling.topK(), candidates.size());
        List<Candidate> best = candidates.subList(0, most);
        double nucleus = sampling.topP() * best.stream().mapToDouble(Candidate::weight).sum();
        List<Candidate> left = new ArrayList<>();
        double sum = 0;
        for (Candidate candidate : best) {
            if (!left.isEmpty() && (sum >= nucleus || candidate.weight() < sampling.minP())) {
                break;
            }
            left.add(candidate);
            sum += candidate.weight();
        }
        return left;
    }
}
