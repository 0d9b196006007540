package pruefstand.site;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.model.Artifact;

/**
 * All rows and columns of a board in the words of one language, for the script of its pages: read when a reader first filters, sorts or
 * chooses columns. It is a script and not JSON because browsers read no JSON beside a page that was opened from a folder.
 *
 * @param desk of this file
 * @param sets columns
 * @param members rows
 */
record BoardData(Desk desk, List<ColumnSet> sets, Members members) {

    /** The file: one call, whose argument is JSON and hence neither markup nor code. */
    void script(Writer to) throws IOException {
        to.append("boardData(");
        Json.writeForScript(content(), to);
        to.append(");\n");
    }

    private Map<String, Object> content() {
        Board board = desk.boards().empty(sets);
        Map<String, SiteModel> byName = members.models().stream().collect(Collectors.toMap(SiteModel::name, Function.identity()));
        List<Integer> kept = distinct(board.heads());
        Map<String, Integer> reasons = new LinkedHashMap<>();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("heads", kept.stream().map(i -> head(board, i)).toList());
        content.put("sets", sets(board, kept));
        content.put("models", desk.boards().rows(sets, members).map(rows -> model(byName.get(rows.name()), rows, kept, reasons)));
        content.put("reasons", Stream.of(reasons).flatMap(of -> of.keySet().stream())); // complete when all models are written
        return content;
    }

    /** A column stands in several sets but once in the file. */
    private static List<Integer> distinct(List<Board.Head> heads) {
        List<String> ids = heads.stream().map(Board.Head::id).toList();
        return IntStream.range(0, ids.size()).filter(i -> ids.indexOf(ids.get(i)) == i).boxed().toList();
    }

    private Map<String, Object> head(Board board, int at) {
        Board.Head head = board.heads().get(at);
        Board.Group group = group(board, at);
        Column column = sets.stream().flatMap(ColumnSet::columns).filter(of -> of.id().equals(head.id())).findFirst().orElseThrow();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", head.id());
        written.put("text", head.text());
        written.put("unit", head.unit());
        written.put("group", group.text());
        written.put("direction", group.unit());
        written.put("about", group.href());
        written.put("sort", head.sort());
        written.put("estimate", head.estimated());
        written.put("important", head.important());
        written.put("languages", languages(column));
        written.put("label", desk.sets().heads().label(column));
        written.put("measure", column instanceof Column.OfMetric of ? desk.words().unit(of.metric()) : "");
        return written;
    }

    private List<String> languages(Column column) {
        return column instanceof Column.OfMetric of ? desk.site().task(of.task()).orElseThrow().definition().languages() : List.of();
    }

    private static Board.Group group(Board board, int at) {
        int end = 0;
        for (Board.Group group : board.groups()) {
            end += group.span();
            if (at < end) {
                return group;
            }
        }
        throw new IllegalStateException("every column stands under a group");
    }

    private Map<String, List<Integer>> sets(Board board, List<Integer> kept) {
        List<String> ids = kept.stream().map(i -> board.heads().get(i).id()).toList();
        Map<String, List<Integer>> written = new LinkedHashMap<>();
        sets.forEach(set -> written.put(set.id(), set.columns().map(column -> ids.indexOf(column.id())).toList()));
        return written;
    }

    private Map<String, Object> model(SiteModel of, Board.ModelRows model, List<Integer> kept, Map<String, Integer> reasons) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", model.name());
        written.put("href", model.href());
        written.put("family", of.family().orElse(""));
        written.put("license", of.listed().flatMap(listed -> listed.license()).orElse(""));
        written.put("rows", model.rows().stream().map(row -> row(of, row, kept, reasons)).toList());
        return written;
    }

    private Map<String, Object> row(SiteModel model, Board.Row row, List<Integer> kept, Map<String, Integer> reasons) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("variant", row.variant());
        model.artifact(row.variant()).ifPresent(file -> facts(file, written));
        put(written, "token", Prospect.bytesPerToken(model, row.variant()));
        put(written, "cache", Prospect.cachePerToken(model, row.variant()));
        written.put("cells", kept.stream().map(i -> cell(row.cells().get(i), reasons)).toList());
        return written;
    }

    private static void facts(Artifact file, Map<String, Object> written) {
        put(written, "bytes", file.bytes());
        put(written, "parameters", file.parameters());
        file.contextLength().ifPresent(length -> written.put("context", length));
        written.put("format", file.format());
        file.quantization().ifPresent(type -> written.put("type", type));
    }

    private static void put(Map<String, Object> written, String key, OptionalLong value) {
        value.ifPresent(number -> written.put(key, number));
    }

    /** Of a value its text, interval, number, ends and place; of a gap its text, reason and place. */
    private static List<Object> cell(Cell cell, Map<String, Integer> reasons) {
        Integer reason = cell.reason().isEmpty() ? null : reasons.computeIfAbsent(cell.reason(), _ -> reasons.size());
        List<Object> written = new ArrayList<>();
        written.add(cell.isValue() ? cell.marked() ? 2 : cell.best() ? 3 : 1 : cell.isFailed() ? -1 : 0);
        written.add(cell.isValue() || cell.isFailed() ? cell.text() : "");
        written.add(reason);
        written.add(cell.href());
        if (cell.isValue()) {
            written.add(Double.parseDouble(cell.key()));
            written.add(cell.interval());
            cell.low().ifPresent(written::add);
            cell.high().ifPresent(written::add);
        }
        return written;
    }
}
