package pruefstand.model.gguf;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.text.Refusal;

/** Models that lie in several files, as llama.cpp's {@code gguf-split} names them: {@code name-00001-of-00003.gguf}. */
public final class GgufParts {

    private static final Pattern PART = Pattern.compile("(.*-)(\\d{5})-of-(\\d{5})\\.gguf");

    private GgufParts() {
    }

    /**
     * The header of a whole model.
     *
     * @param name of its file, or of any of its parts
     * @param reader reads the header of a file of that name
     * @throws Refusal if a part is missing or is none
     */
    public static GgufHeader read(String name, Function<String, GgufHeader> reader) {
        Matcher part = PART.matcher(name);
        GgufHeader first = reader.apply(part.matches() ? named(part, 1) : name);
        if (first.parts() == 1) {
            return first;
        }
        if (!part.matches() || Integer.parseInt(part.group(3)) != first.parts()) {
            throw Refusal.input("model.gguf.parts", name, first.parts());
        }
        return GgufHeader.joined(Stream.concat(Stream.of(first), IntStream.rangeClosed(2, first.parts())
                .mapToObj(number -> reader.apply(named(part, number)))).toList());
    }

    private static String named(Matcher part, int number) {
        return String.format(Locale.ROOT, "%s%05d-of-%s.gguf", part.group(1), number, part.group(3));
    }
}
