package pruefstand.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.text.Message;

/** What a file that is not sorted needs: which lines must move, and which stand there twice. */
final class Disorder {

    private static final int NAMED_LINES = 10;

    private final LineOrder order;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<Integer, Integer> firstOfEqual = new HashMap<>();

    Disorder(Lines lines) {
        order = LineOrder.of(lines);
        int[] sorted = order.sorted();
        for (int place = 0; place < sorted.length; place++) {
            if (!order.stays(sorted[place])) {
                places.put(sorted[place], place);
            }
            if (place > 0 && lines.compare(sorted[place - 1], sorted[place]) == 0) {
                firstOfEqual.put(sorted[place], firstOfEqual.getOrDefault(sorted[place - 1], sorted[place - 1]));
            }
        }
    }

    /** The line, from 1, that holds the same bytes and comes first. */
    Optional<Integer> firstOfEqual(int number) {
        return Optional.ofNullable(firstOfEqual.get(number - 1)).map(line -> line + 1);
    }

    /** The lines, from 1, that repeat one above them. */
    IntStream duplicates() {
        return firstOfEqual.keySet().stream().mapToInt(line -> line + 1);
    }

    Message message() {
        int[] moving = order.moving();
        String named = Arrays.stream(moving).sorted().limit(NAMED_LINES).mapToObj(line -> Integer.toString(line + 1))
                .collect(Collectors.joining(", "));
        return Message.of("catalogue.order", moving.length, named + (moving.length > NAMED_LINES ? ", …" : ""));
    }

    /** What to do about a line that sorts before the one above it: one of the two must move. */
    Fix fix(int number) {
        int line = order.stays(number - 1) ? number - 2 : number - 1;
        return new Fix.MoveTo(line + 1, places.get(line) + 1);
    }
}
