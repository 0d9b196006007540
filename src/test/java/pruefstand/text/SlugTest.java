package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @Test
    void aNameThatIsItsOwnSlugStaysAsItIs() {
        assertEquals("tiny-de-en-m", Slug.of("tiny-de-en-m"));
    }

    @Test
    void namesThatDifferOnlyInCaseGetDifferentSlugs() {
        assertNotEquals(Slug.of("Qwen3"), Slug.of("qwen3"));
    }

    @Test
    void aNameCannotTakeAnotherNamesHashedSlug() {
        assertNotEquals(Slug.of("Qwen3"), Slug.of(Slug.of("Qwen3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../etc/passwd", "%2e%2e", "a\u0000b", "CON", "con", "nul", "index", "", " ", "–", "模型", "Größe",
            "a/b", "a\\b", "C:", "x.", "-", "\uD800"})
    void isSafeOnEveryFileSystem(String name) {
        String slug = Slug.of(name);
        assertTrue(slug.matches("[a-z0-9]+(-[a-z0-9]+)*"), slug);
        assertTrue(slug.length() <= 80, slug);
    }

    @Test
    void isReadable() {
        assertTrue(Slug.of("Qwen3-0.6B").startsWith("qwen3-0-6b-"));
        assertTrue(Slug.of("Größe").startsWith("groesse-"));
    }

    @Test
    void aVeryLongNameIsCut() {
        assertTrue(Slug.of("x".repeat(300)).length() <= 80);
        assertNotEquals(Slug.of("x".repeat(300)), Slug.of("x".repeat(301)));
    }

    @Test
    void noTwoNamesShareASlug() {
        Random random = new Random(7);
        String alphabet = "aAbB01-_. /%äÄ模";
        Map<String, String> owners = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(6); length >= 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String other = owners.putIfAbsent(Slug.of(name.toString()), name.toString());
            assertTrue(other == null || other.contentEquals(name), () -> name + " and " + other);
        }
    }
}
