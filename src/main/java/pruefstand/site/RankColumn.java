package pruefstand.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import pruefstand.metric.TieGroups;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.TaskRanks;

/**
 * Adds ranks to a board of one task: a column where there are enough items to tell models apart, else one sentence that says what is
 * missing.
 *
 * @param site what it is about
 * @param results finds numbers
 * @param words of the page
 * @param links from it
 */
record RankColumn(Site site, Results results, Words words, Links links) {

    /** A row of a table. */
    private record Place(String model, String variant) {
    }

    /** The board with ranks by one of its columns; as it is where fewer than two rows can be compared item by item. */
    Board addTo(Board board, Column.OfMetric by) {
        Map<Place, RunRecord> runs = new HashMap<>();
        List<Place> places = board.models().stream()
                .flatMap(model -> model.rows().stream().map(row -> new Place(model.name(), row.variant()))).toList();
        site.models().forEach(model -> places.stream().filter(place -> place.model().equals(model.name()))
                .forEach(place -> run(model, place, by).ifPresent(run -> runs.put(place, run))));
        List<Place> measured = places.stream().filter(runs::containsKey).toList();
        TaskRanks ranks = results.ranks(measured.stream().map(runs::get).toList(), by.metric());
        if (ranks.items() == 0) {
            return board;
        }
        if (ranks.items() < TieGroups.FEWEST_ITEMS) {
            return withNote(board, words.say("board.notes.no_rank", ranks.items(), TieGroups.FEWEST_ITEMS));
        }
        Map<Place, OptionalInt> byPlace = new HashMap<>();
        measured.forEach(place -> byPlace.put(place, ranks.ranks().get(measured.indexOf(place))));
        return withNote(withColumn(board, byPlace), words.say("board.notes.rank"));
    }

    private Optional<RunRecord> run(SiteModel model, Place place, Column.OfMetric by) {
        return results.read(model, place.variant(), by) instanceof Reading.Measured(var run, var _) ? Optional.of(run) : Optional.empty();
    }

    private static Board withNote(Board board, String note) {
        return new Board(board.caption(), board.groups(), board.heads(), board.models(),
                Stream.concat(board.notes().stream(), Stream.of(note)).toList(), board.tasks());
    }

    private Board withColumn(Board board, Map<Place, OptionalInt> ranks) {
        List<Board.Group> groups = new ArrayList<>(board.groups());
        groups.addFirst(new Board.Group("", "", "", 1));
        List<Board.Head> heads = new ArrayList<>(board.heads());
        heads.addFirst(new Board.Head(words.say("column.rank"), "", "low", true, true, false));
        List<Board.ModelRows> models = board.models().stream().map(model -> new Board.ModelRows(model.name(), model.href(),
                model.rows().stream().map(row -> new Board.Row(row.variant(), Stream.concat(
                        Stream.of(cell(ranks.getOrDefault(new Place(model.name(), row.variant()), OptionalInt.empty()))),
                        row.cells().stream()).toList())).toList())).toList();
        return new Board(board.caption(), groups, heads, models, board.notes(), board.tasks());
    }

    private Cell cell(OptionalInt rank) {
        String href = links.method("ranks");
        String label = words.say("column.rank");
        return rank.isPresent()
                ? new Cell(Cell.Kind.VALUE, words.formats().integer(rank.getAsInt()), "", href, "", false,
                        Integer.toString(rank.getAsInt()), label, true)
                : new Cell(Cell.Kind.MISSING, "\u2013", "", href, words.say("why.no_rank"), false, "", label, true);
    }
}
