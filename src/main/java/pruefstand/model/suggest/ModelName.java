package pruefstand.model.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a model's name, however it is written: {@code Qwen 3 0.6B}, {@code qwen3-0.6b-q8_0.gguf} and
 * {@code Qwen/Qwen3-0.6B} have the same.
 *
 * @param words what names the model, in order, in lower case, letters and numbers parted: {@code [qwen, 3]}
 * @param size such as {@code 0.6b}, as a number of parameters; or {@code 8x7b} and {@code e4b} as a text of their own in the words
 * @param active the same of a mixture's active parameters
 * @param tuning {@code instruct}, {@code base} …, with the field's other words for each folded together
 * @param dates versions that a maker gives a model without renaming it: {@code v0.3}, {@code 2507}
 */
record ModelName(List<String> words, OptionalDouble size, OptionalDouble active, Optional<String> tuning, Set<String> dates) {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}.]+");
    private static final Pattern SIZE = Pattern.compile("(a?)(\\d+(?:\\.\\d+)?)([bmt])");
    private static final Pattern DATE = Pattern.compile("v\\d+(\\.\\d+)*|2[3-9](0[1-9]|1[0-2])|0[1-9][0-3]\\d|1[0-2][0-3]\\d|20\\d{6}");
    private static final Pattern QUANTIZATION = Pattern.compile("(ud[-_. ])?(i?q\\d(_[0-9a-z]{1,4}){0,3}|tq\\d_\\d|[bf]?f?(16|32)|bf16|fp16|fp8|"
            + "mxfp4(_moe)?|nvfp4|imat(rix)?|i1)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("\\p{L}+|\\d+(?:\\.\\d+)*");
    private static final Pattern SPLIT_FILE = Pattern.compile("-\\d{5}-of-\\d{5}$");
    // Who made, converted or holds a model is no part of its name; people add or leave that out.
    private static final Set<String> MAKERS = Set.of("nvidia", "meta", "google", "microsoft", "mistralai", "alibaba", "ibm", "huggingface",
            "huggingfacetb", "openai", "moonshotai", "zai", "unsloth", "bartowski", "lmstudio", "community", "ggml", "gguf", "org", "hf",
            "model", "models", "latest", "facebook", "intfloat", "baai");
    private static final Set<String> INSTRUCT = Set.of("instruct", "it", "chat", "instruction", "inst");
    private static final Set<String> BASE = Set.of("base", "pt", "pretrained", "foundation");

    ModelName {
        words = List.copyOf(words);
    }

    /** Takes a name apart. */
    static ModelName of(String text) {
        String name = text.replaceFirst("(?i)\\.gguf$", "");
        name = SPLIT_FILE.matcher(name).replaceFirst("").replaceFirst("^.*/", "").replaceFirst("^[^_]+_{2}", "");
        return new Parser().parse(withoutQuantization(name).toLowerCase(Locale.ROOT));
    }

    private static String withoutQuantization(String name) {
        StringBuilder kept = new StringBuilder();
        for (String token : name.split("(?<=[-. :])|(?=[-. :])")) {
            kept.append(QUANTIZATION.matcher(token).matches() || token.equalsIgnoreCase("ud") ? " " : token);
        }
        return kept.toString().replaceAll("(?i)[_.](q\\d(_[0-9a-z]){0,2}|f16|bf16|f32)$", "");
    }

    /** Whether there is anything left that names a model. */
    boolean isTelling() {
        return words.stream().anyMatch(word -> word.length() > 1 && Character.isLetter(word.charAt(0)));
    }

    /** The words run together: people part and join them as they like. */
    String joined() {
        return String.join("", words);
    }

    private static final class Parser {

        private final List<String> words = new ArrayList<>();
        private final Set<String> dates = new TreeSet<>();
        private OptionalDouble size = OptionalDouble.empty();
        private OptionalDouble active = OptionalDouble.empty();
        private Optional<String> tuning = Optional.empty();

        ModelName parse(String name) {
            String spelt = name.replaceAll("(\\d)[ ]?(billion|milliarden|mrd)\\b", "$1b").replaceAll("(\\d),(\\d)", "$1.$2")
                    .replaceAll("\\b(\\d+(?:\\.\\d+)?) ([bm])\\b", "$1$2");
            Matcher token = TOKEN.matcher(spelt);
            while (token.find()) {
                token(token.group().replaceAll("^\\.+|\\.+$", ""));
            }
            return new ModelName(words, size, active, tuning, dates);
        }

        private void token(String token) {
            Matcher sized = SIZE.matcher(token);
            if (token.isEmpty() || MAKERS.contains(token)) {
                return;
            }
            if (sized.matches()) {
                size(sized);
            } else if (INSTRUCT.contains(token) || BASE.contains(token)) {
                tuning = Optional.of(INSTRUCT.contains(token) ? "instruct" : "base");
            } else if (DATE.matcher(token).matches()) {
                dates.add(token);
            } else {
                words(token);
            }
        }

        private void size(Matcher sized) {
            double unit = switch (sized.group(3)) {
                case "m" -> 1e6;
                case "t" -> 1e12;
                default -> 1e9;
            };
            OptionalDouble value = OptionalDouble.of(Double.parseDouble(sized.group(2)) * unit);
            if (sized.group(1).isEmpty()) {
                size = value;
            } else {
                active = value;
            }
        }

        private void words(String token) {
            Matcher part = PART.matcher(token);
            while (part.find()) {
                words.add(part.group());
            }
        }
    }
}
