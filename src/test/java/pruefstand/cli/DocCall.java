package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of the program that a document shows.
 *
 * @param place page and line
 * @param words what stands behind {@code pruefstand}, as a shell would part it
 * @param isWhole whether it stands in a block, to be used as it is; else it is named in a sentence, and may leave things out
 */
record DocCall(String place, List<String> words, boolean isWhole) {

    private static final Pattern STARTED = Pattern.compile("(?:^|[\\s/!\"|])pruefstand ([^\"`]*(?:\"[^\"]*\"[^\"`]*)*)");
    private static final Pattern NAMED = Pattern.compile("`(?:\\./)?pruefstand ([^`]+)`");
    /** Quoted, or what ends a command (a pipe, a redirection, a comment), or a plain word. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\d?[<>|;&].*|#.*)|(\\S+)");

    /** All calls of all pages. */
    static List<DocCall> all() {
        return pages().stream().flatMap(page -> of(page).stream()).toList();
    }

    /** The documents at the top and under {@code docs}. */
    static List<Path> pages() {
        try (Stream<Path> docs = Files.walk(Path.of("docs")); Stream<Path> top = Files.list(Path.of(""))) {
            return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DocCall> of(Path page) {
        List<DocCall> calls = new ArrayList<>();
        boolean inFence = false;
        List<String> lines = lines(page);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isCode = inFence || line.startsWith("    ");
            inFence ^= line.startsWith("```");
            for (Matcher found = (isCode ? STARTED : NAMED).matcher(line); found.find();) {
                calls.add(new DocCall(page + ":" + (i + 1), words(found.group(1)), isCode));
            }
        }
        return calls;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find() && word.group(3) == null;) {
            words.add(Stream.of(1, 2, 4).map(word::group).filter(group -> group != null).findFirst().orElseThrow());
        }
        return List.copyOf(words);
    }

    String command() {
        return words.getFirst();
    }

    boolean has(String word) {
        return words.contains(word);
    }

    @Override
    public String toString() {
        return place + " " + String.join(" ", words);
    }
}
