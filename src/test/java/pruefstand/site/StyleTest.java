package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");

    @Test
    void textStandsOutSevenToOneInLightAndDark() throws IOException {
        String[] schemes = Files.readString(Path.of("site/assets/style.css")).split("@media print")[0]
                .split("@media \\(prefers-color-scheme: dark\\)");
        assertEquals(2, schemes.length);
        for (String scheme : schemes) {
            Map<String, Integer> colours = new TreeMap<>();
            COLOUR.matcher(scheme).results().forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
            Stream<String> texts = Stream.concat(Stream.of("ink", "quiet", "accent", "warning"),
                    colours.keySet().stream().filter(name -> name.startsWith("family-")));
            texts.forEach(text -> assertTrue(contrast(colours.get(text), colours.get("paper")) >= 7,
                    text + ": " + contrast(colours.get(text), colours.get("paper"))));
            List.of("ink", "quiet").forEach(text -> assertTrue(contrast(colours.get(text), colours.get("shade")) >= 7, text));
        }
    }

    @Test
    void scriptsAreSmall() throws IOException {
        try (Stream<Path> assets = Files.list(Path.of("site/assets"))) {
            for (Path script : assets.filter(file -> file.toString().endsWith(".js")).toList()) {
                assertTrue(Files.size(script) < 5_000, script + ": " + Files.size(script));
            }
        }
    }

    /** As WCAG 2 defines it. */
    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
