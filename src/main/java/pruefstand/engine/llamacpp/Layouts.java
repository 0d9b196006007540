package pruefstand.engine.llamacpp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import pruefstand.text.Refusal;

/**
 * The structs of one llama.cpp version.
 *
 * @param version as its file is named
 */
record Layouts(String version, StructLayout modelParams, StructLayout contextParams, StructLayout batch) {

    private static final Pattern VERSION = Pattern.compile("b[0-9]+|[0-9]+(\\.[0-9]+)*");

    /**
     * The layouts for what {@code llama_version()} says, or for a build such as {@code b8390}; {@code 0.5.0-dev} is {@code 0.5.0}.
     *
     * @throws Refusal if no file describes that version
     */
    static Layouts of(String libraryVersion) {
        var number = VERSION.matcher(libraryVersion);
        if (!number.lookingAt()) {
            throw Refusal.missing("engine.llamacpp.version", libraryVersion, libraryVersion);
        }
        String version = number.group();
        Properties file = load(version, libraryVersion);
        return new Layouts(version, StructLayout.read("llama_model_params", file),
                StructLayout.read("llama_context_params", file), StructLayout.read("llama_batch", file));
    }

    private static Properties load(String version, String libraryVersion) {
        try (InputStream in = Layouts.class.getResourceAsStream("layouts/" + version + ".properties")) {
            if (in == null) {
                throw Refusal.missing("engine.llamacpp.version", libraryVersion, version);
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
