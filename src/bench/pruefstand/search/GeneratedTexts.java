package pruefstand.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Paragraphs of made-up reviews, the same for the same seed: words are drawn as often as Zipf's law says, the common ones are
 * those of German and English, the others nouns, compounds of two or three of them, and syllables; every tenth paragraph in a
 * language has words of the other.
 */
final class GeneratedTexts {

    private static final List<String> SYLLABLES = List.of("ba", "del", "fin", "gor", "hu", "kas", "lem", "mir", "no", "pel", "qui", "ras",
            "sto", "tun", "ver", "wal", "xen", "zor", "lich", "keit", "ing", "tion", "er", "en");
    private static final List<String> ENGLISH = List.of("model", "answer", "question", "speed", "memory", "context", "quality", "language",
            "graphics", "card", "notebook", "summary", "translation", "quantization", "parameter", "benchmark", "license", "weight", "layer",
            "attention", "token", "prompt", "reasoning", "code", "mixture", "experts", "embedding", "reranker", "search", "document");

    private final SplittableRandom random;
    private final String[] german;
    private final String[] english;

    /** Draws from so many words in each language. */
    GeneratedTexts(long seed, int words) {
        this.random = new SplittableRandom(seed);
        List<String> nouns = Words.of(Resource.text("parts.txt"));
        this.german = vocabulary(words, Language.GERMAN, nouns);
        this.english = vocabulary(words, Language.ENGLISH, ENGLISH);
    }

    private String[] vocabulary(int words, Language language, List<String> nouns) {
        List<String> common = new ArrayList<>(Language.STOP_WORDS.stream().sorted()
                .filter(word -> Language.withCommon(word).contains(language)).toList());
        Collections.shuffle(common, new Random(random.nextLong()));
        List<String> all = new ArrayList<>(common);
        nouns.stream().map(this::capital).forEach(all::add);
        while (all.size() < words) {
            all.add(language == Language.GERMAN && random.nextInt(3) > 0 ? compound(nouns) : syllables());
        }
        return all.stream().distinct().toArray(String[]::new);
    }

    private String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String compound(List<String> nouns) {
        String word = capital(nouns.get(random.nextInt(nouns.size())));
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            word += (word.endsWith("ung") || word.endsWith("keit") ? "s" : "") + nouns.get(random.nextInt(nouns.size()));
        }
        return word;
    }

    private String syllables() {
        return String.join("", IntStream.range(0, 2 + random.nextInt(3)).mapToObj(_ -> SYLLABLES.get(random.nextInt(SYLLABLES.size()))).toList());
    }

    /** Paragraphs, five to a model. */
    List<Passage> passages(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Passage("models/model-" + i / 5 + ".html#review-1", "Model-" + i / 5 + "B",
                Optional.of(LocalDate.of(2024, 1, 1).plusDays(i % 900)), Optional.empty(), paragraph())).toList();
    }

    private String paragraph() {
        boolean inGerman = random.nextInt(3) > 0;
        StringBuilder text = new StringBuilder();
        for (int sentence = 3 + random.nextInt(3); sentence > 0; sentence--) {
            for (int word = 7 + random.nextInt(10); word > 0; word--) {
                boolean other = random.nextInt(30) == 0;
                text.append(word(inGerman != other ? german : english)).append(word > 1 ? " " : ". ");
            }
        }
        return text.toString().strip();
    }

    /** A rank drawn by Zipf's law with exponent 1: the logarithm of the rank is even. */
    private String word(String[] words) {
        return words[(int) Math.min(words.length - 1, Math.exp(random.nextDouble() * Math.log(words.length)) - 1)];
    }

    /** Queries of one to four words that say something, from common to rare. */
    List<String> queries(int count) {
        return IntStream.range(0, count).mapToObj(_ -> String.join(" ", IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> asked()).toList()))
                .toList();
    }

    private String asked() {
        String[] words = random.nextInt(3) > 0 ? german : english;
        String word = word(words);
        while (Language.STOP_WORDS.contains(Folding.fold(word))) {
            word = word(words);
        }
        return word;
    }

    /** A vector that texts with the same words share: the sum of a random one for each word. */
    static List<float[]> vectors(List<String> texts, int dimension) {
        return texts.stream().map(text -> {
            float[] sum = new float[dimension];
            for (String word : Words.of(text)) {
                SplittableRandom ofWord = new SplittableRandom(word.hashCode());
                for (int i = 0; i < dimension; i++) {
                    sum[i] += ofWord.nextFloat() - 0.5f;
                }
            }
            return sum;
        }).toList();
    }

    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
