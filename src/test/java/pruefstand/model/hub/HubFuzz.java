package pruefstand.model.hub;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import pruefstand.Fuzzed;
import pruefstand.model.HubNames;
import pruefstand.text.Refusal;

/** Any bytes may be what a hub answers, and any text the name of a file of a hub. */
class HubFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyListing(byte[] bytes) throws Exception {
        Fuzzed.readOrRefused(bytes, Refusal.class, () -> HubListing.read(new ByteArrayInputStream(bytes))).orElseThrow()
                .ifPresent(revision -> revision.files().forEach(file -> {
                    assertTrue(!file.startsWith("/") && !Path.of("a").resolve(file).normalize().startsWith(".."), file);
                    new HubPattern("*.gguf").isComplete(revision.files());
                }));
    }

    @FuzzTest(maxDuration = "10m")
    void noNameLeadsOutOfItsFolder(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (HubNames.isPath(text)) {
            assertTrue(Path.of("/cache/a").resolve(text).normalize().startsWith("/cache/a"), text);
        }
        if (HubNames.isRepository(text)) {
            assertTrue(Path.of("/cache").resolve(text).normalize().getNameCount() == 3, text);
        }
    }
}
