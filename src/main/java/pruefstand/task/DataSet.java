package pruefstand.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a task reads under one key of its data.
 *
 * @param name what messages call the whole
 * @param files in their order, at least one
 * @param fields how the items' fields are called there
 */
public record DataSet(String name, List<DataFile> files, Fields fields) {

    public DataSet {
        files = List.copyOf(files);
    }

    /** One file whose fields are called as the kind calls them. */
    public static DataSet of(DataFile file) {
        return new DataSet(file.name(), List.of(file), Fields.NONE);
    }

    /**
     * Its items, read row by row.
     *
     * @throws DataException if a row is no such item, with its place and what it has instead, or there are no items
     */
    public <T> List<DataItem<T>> readItems(Class<T> type) {
        ItemReader<T> reader = new ItemReader<>(fields, type, name);
        List<DataItem<T>> items = new ArrayList<>();
        files.forEach(file -> file.read(reader.wanted(), row -> reader.items(row).forEach(items::add)));
        if (items.isEmpty()) {
            throw new DataException(name + ": holds no items");
        }
        return items;
    }

    /**
     * All of it as one text. Of files with rows, the fields {@code text}: each is a line, to which a line end is added where it
     * brings none.
     *
     * @throws DataException if it is not UTF-8 or cannot be read
     */
    public String readText() {
        return files.getFirst().holdsRows()
                ? readItems(TextRow.class).stream().map(row -> row.value().asLine()).collect(Collectors.joining())
                : files.stream().map(DataFile::readText).collect(Collectors.joining());
    }

    /**
     * A line of a text.
     *
     * @param text of it
     */
    private record TextRow(String text) {

        TextRow {
            if (text == null) {
                throw new IllegalArgumentException("text is missing");
            }
        }

        String asLine() {
            return text.endsWith("\n") ? text : text + "\n";
        }
    }
}
