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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Pattern SHADE = Pattern.compile("surprise-\\d \\{ background: color-mix\\(in srgb, var\\(--surprise\\) (\\d+)%");
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");

    @Test
    void textStandsOutSevenToOneInLightAndDark() throws IOException {
        String[] schemes = Files.readString(Path.of("site/assets/style.css")).split("@media print")[0]
                .split("@media \\(prefers-color-scheme: dark\\)");
        assertEquals(2, schemes.length);
        for (String scheme : schemes) {
            Map<String, Integer> colours = colours(scheme);
            Stream<String> texts = Stream.concat(Stream.of("ink", "quiet", "accent", "warning"),
                    colours.keySet().stream().filter(name -> name.startsWith("family-")));
            texts.forEach(text -> assertTrue(contrast(colours.get(text), colours.get("paper")) >= 7,
                    text + ": " + contrast(colours.get(text), colours.get("paper"))));
            List.of("ink", "quiet").forEach(text -> assertTrue(contrast(colours.get(text), colours.get("shade")) >= 7, text));
        }
    }

    /** A step is told from the next by five of the hundred of lightness that CIELAB has, and ink stands out seven to one from each. */
    @Test
    void theShadesOfSurpriseAreToldApartByDayAndByNight() throws IOException {
        String style = Files.readString(Path.of("site/assets/style.css"));
        for (String scheme : style.split("@media print")[0].split("@media \\(prefers-color-scheme: dark\\)")) {
            Map<String, Integer> colours = colours(scheme);
            double before = luminance(colours.get("paper"));
            for (int percent : shares(style)) {
                double shade = luminance(mixed(colours.get("surprise"), percent, colours.get("paper")));
                assertTrue(Math.abs(lightness(shade) - lightness(before)) >= 5, percent + " %: " + lightness(shade) + " after " + lightness(before));
                assertTrue(contrast(shade, luminance(colours.get("ink"))) >= 7, percent + " %: " + contrast(shade, luminance(colours.get("ink"))));
                before = shade;
            }
        }
    }

    private static List<Integer> shares(String style) {
        List<Integer> mixed = SHADE.matcher(style).results().map(found -> Integer.parseInt(found.group(1))).toList();
        assertEquals(4, mixed.size());
        return Stream.concat(mixed.stream(), Stream.of(100)).toList();
    }

    private static int mixed(int one, int percent, int other) {
        return IntStream.of(16, 8, 0).map(shift -> ((one >> shift & 0xFF) * percent + (other >> shift & 0xFF) * (100 - percent)) / 100 << shift).sum();
    }

    private static double lightness(double luminance) {
        return 116 * Math.cbrt(luminance) - 16;
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
        return contrast(luminance(one), luminance(other));
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Map<String, Integer> colours(String scheme) {
        Map<String, Integer> colours = new TreeMap<>();
        COLOUR.matcher(scheme).results().forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
        return colours;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
