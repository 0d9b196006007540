package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Anybody may name a model, a server, a host or a time as they like. */
class NameFuzz {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @FuzzTest(maxDuration = "10m")
    void everyNameHasASlug(byte[] bytes) {
        String name = new String(bytes, StandardCharsets.UTF_8);
        String slug = Slug.of(name);
        assertTrue(slug.length() <= 80 && SLUG.matcher(slug).matches(), slug);
        assertEquals(slug, Slug.of(name));
        assertNotEquals(slug, Slug.of(name + "x"));
        if (!slug.equals(name)) {
            assertNotEquals(slug, Slug.of(slug), "the slug of another name");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void everyAddressIsReadOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        HttpAddress.of(text).ifPresent(address -> assertTrue(address.isAbsolute() && !address.getHost().isEmpty()));
        HostName.toAscii(text).ifPresent(host -> assertTrue(host.chars().allMatch(unit -> unit < 0x80), host));
        DurationText.read(text).ifPresent(time -> assertTrue(time.isPositive()));
        LanguageTags.withScript(text);
        Confusables.fold(text);
    }
}
