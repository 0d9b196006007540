import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes a catalogue without a fault, always the same for the same arguments. One name in a hundred differs from another by a
 * letter, however many names there are: a large catalogue has as many misspelt names per thousand as a small one.
 *
 * <p>Usage: {@code java src/bench/Reviews.java ENTRIES NAMES WORDS FILE}: how many entries about how many models, how many words an entry has.
 */
final class Reviews {

    private static final String[] WORDS = """
            der die das Modell ist läuft auch lokal auf einer Karte mit wenig Speicher und schreibt gutes Deutsch aber langsamer
            als sein Vorgänger „Nano“ heißt hier 31,6 Milliarden Parameter von denen es nur einen Teil verwendet – für lange Texte
            eignet es sich dank der Mamba-Layer besonders the model writes clean code and follows instructions well while its
            context window of a million tokens is more than most people need Geschwindigkeit Kontextlänge Trainingsdaten
            """.trim().split("\\s+");
    private static final String[] SYLLABLES = "ka lo mi ra te no su vi da pe go hu xi zo qua fen tri bel mor sta".split(" ");
    private static final int ONE_MISSPELT_IN = 100;
    private static final String[] KINDS = {"-Instruct", "-Base", "-Chat", "-Coder", "%20Vision"};

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121);
    private final String[] names;

    private Reviews(int names) {
        this.names = new String[names];
        Arrays.setAll(this.names, i -> i % ONE_MISSPELT_IN == ONE_MISSPELT_IN - 1 ? misspelt(this.names[i - 1]) : name());
    }

    public static void main(String[] arguments) throws IOException {
        int entries = Integer.parseInt(arguments[0]);
        Reviews reviews = new Reviews(Integer.parseInt(arguments[1]));
        byte[][] lines = new byte[entries][];
        for (int entry = 0; entry < entries; entry++) {
            lines[entry] = reviews.line(entry, Integer.parseInt(arguments[2])).getBytes(StandardCharsets.UTF_8);
        }
        Arrays.sort(lines, Arrays::compareUnsigned);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[3])), 1 << 20)) {
            for (byte[] line : lines) {
                out.write(line);
            }
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + KINDS[random.nextInt(KINDS.length)];
    }

    private String misspelt(String name) {
        int at = 1 + random.nextInt(8);
        return name.substring(0, at) + (name.charAt(at) == 'b' ? 'c' : 'b') + name.substring(at + 1);
    }

    private String line(int entry, int words) {
        StringBuilder line = new StringBuilder(names[random.nextInt(names.length)]);
        line.append("/2025-%02d-%02d/https://example.org/%d".formatted(1 + entry % 12, 1 + entry % 28, entry));
        if (entry % 4 == 0) {
            line.append(' ').append(names[random.nextInt(names.length)]).append("/2025-10-01");
        }
        line.append(':');
        for (int word = 0; word < words; word++) {
            line.append(word % 40 == 39 ? " \\n\\n " : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.append('\n').toString();
    }
}
