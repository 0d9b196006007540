package pruefstand.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of a data set, numbered from 0 in the order of their names. */
public final class Labels {

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    public Labels(Collection<DataItem<LabelledText>> items) {
        names = items.stream().map(item -> item.value().name()).distinct().sorted().toList();
        names.forEach(name -> numbers.put(name, numbers.size()));
    }

    public List<String> names() {
        return names;
    }

    /** The number of a class; empty where no item has it. */
    public Optional<Integer> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /**
     * The classes of some items.
     *
     * @throws DataException naming the first whose class is none of these
     */
    public int[] numbers(List<DataItem<LabelledText>> items) {
        return items.stream().mapToInt(item -> number(item.value().name()).orElseThrow(() -> new DataException(
                item.place() + ": nothing to learn from has the label '" + item.value().name() + "'"))).toArray();
    }
}
