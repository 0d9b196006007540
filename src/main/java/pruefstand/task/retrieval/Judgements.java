package pruefstand.task.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pruefstand.task.DataException;
import pruefstand.task.DataFile;

/**
 * Which documents answer which queries, and how well.
 *
 * @param byQuery gains of documents, by the ids of query and document
 */
record Judgements(Map<String, Map<String, Integer>> byQuery) {

    private static final String HEAD = "query-id\tcorpus-id\tscore";

    /**
     * Reads {@code query-id corpus-id score}, parted by tabs, under a line that says so.
     *
     * @param queries ids that there are; likewise the documents
     * @throws DataException naming the line that is no judgement, names an unknown id, or stands there twice
     */
    static Judgements read(DataFile file, Set<String> queries, Set<String> documents) {
        List<String> lines = file.readText().lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new DataException(file.name() + ":1: expected the head 'query-id corpus-id score', parted by tabs");
        }
        Map<String, Map<String, Integer>> byQuery = new HashMap<>();
        for (int number = 2; number <= lines.size(); number++) {
            if (!lines.get(number - 1).isBlank()) {
                String place = file.name() + ":" + number;
                String[] fields = fields(place, lines.get(number - 1));
                known("query", fields[0], queries, place);
                known("document", fields[1], documents, place);
                Integer before = byQuery.computeIfAbsent(fields[0], _ -> new HashMap<>()).put(fields[1], parsed(place, fields[2]));
                if (before != null) {
                    throw new DataException(place + ": query '" + fields[0] + "' and document '" + fields[1] + "' stand there twice");
                }
            }
        }
        return new Judgements(byQuery);
    }

    private static String[] fields(String place, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new DataException(place + ": expected 3 fields parted by tabs, got " + fields.length);
        }
        return fields;
    }

    private static void known(String what, String id, Set<String> ids, String place) {
        if (!ids.contains(id)) {
            throw new DataException(place + ": there is no " + what + " '" + id + "'");
        }
    }

    private static int parsed(String place, String score) {
        try {
            return Integer.parseInt(score.strip());
        } catch (NumberFormatException e) {
            throw new DataException(place + ": score: expected a whole number, got '" + score + "'", e);
        }
    }

    /** What a document is worth to a query; 0 where nobody judged it. */
    int gain(String query, String document) {
        return byQuery.getOrDefault(query, Map.of()).getOrDefault(document, 0);
    }

    /** The gains above 0 of all that answers a query. */
    int[] ideal(String query) {
        return byQuery.getOrDefault(query, Map.of()).values().stream().mapToInt(Integer::intValue).filter(gain -> gain > 0).toArray();
    }
}
