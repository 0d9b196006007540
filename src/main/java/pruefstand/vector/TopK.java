package pruefstand.vector;

/**
 * The k largest of many scores, of equal ones those with the larger number. A heap of whole numbers in which score and number are
 * packed, so that comparing one pair is comparing two longs.
 */
public final class TopK {

    private final long[] heap;
    private int size;

    /** @param k how many are kept, at least 1 */
    public TopK(int k) {
        heap = new long[k];
    }

    /**
     * Takes a score.
     *
     * @param score not NaN
     * @param number what it belongs to, at least 0; larger wins where scores are equal
     */
    public void add(float score, int number) {
        add((long) sortable(score + 0f) << 32 | number);
    }

    /** Takes what another has kept. */
    void addAll(TopK other) {
        for (int i = 0; i < other.size; i++) {
            add(other.heap[i]);
        }
    }

    private void add(long packed) {
        if (size < heap.length) {
            heap[size] = packed;
            rise(size++);
        } else if (packed > heap[0]) {
            heap[0] = packed;
            sink();
        }
    }

    /** Floats in the order of signed whole numbers. */
    private static int sortable(float score) {
        int bits = Float.floatToIntBits(score);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && heap[at] < heap[(at - 1) / 2]) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink() {
        int at = 0;
        int least = leastChild(at);
        while (least < size && heap[least] < heap[at]) {
            swap(at, least);
            at = least;
            least = leastChild(at);
        }
    }

    private int leastChild(int at) {
        int left = 2 * at + 1;
        return left + 1 < size && heap[left + 1] < heap[left] ? left + 1 : left;
    }

    private void swap(int one, int other) {
        long kept = heap[one];
        heap[one] = heap[other];
        heap[other] = kept;
    }

    /** The numbers of the largest scores, largest first; what was taken is forgotten. */
    public int[] take() {
        int[] numbers = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            numbers[i] = (int) heap[0];
            heap[0] = heap[--size];
            sink();
        }
        return numbers;
    }
}
