package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/** Servers as {@code --model} takes them. */
class ModelReferenceTest {

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/v1#model-id,http://127.0.0.1:8080/v1,model-id", "https://h.example/v1,https://h.example/v1,''",
        "http://[::1]:8000#Qwen/Qwen3-0.6B-FP8,http://[::1]:8000,Qwen/Qwen3-0.6B-FP8", "http://h/v1#a%20b,http://h/v1,a b",
        "http://h/v1#,http://h/v1,''"})
    void theModelsNameStandsBehindTheAddress(String text, URI base, String model) {
        assertEquals(new Source.Server(base, model, Optional.empty()),
                ModelReference.of(text, Path.of(""), Registry.EMPTY).source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://?", "https://a b/v1", "http://user:geheim@h/v1#m", "http://geheim@h/v1"})
    void whatIsNoAddressIsRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> ModelReference.of(text, Path.of(""), Registry.EMPTY));
        assertEquals("run.model.address", refusal.what().key());
    }

    @Test
    void aKeyInAnAddressIsNotShown() {
        Refusal refusal = assertThrows(Refusal.class,
                () -> ModelReference.of("http://user:geheim@h/v1#m", Path.of(""), Registry.EMPTY));
        assertFalse(refusal.getMessage().contains("geheim"), refusal.getMessage());
    }
}
