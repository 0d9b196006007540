package pruefstand.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pruefstand.Fuzzed;
import pruefstand.text.Refusal;

/** Any bytes may be a registry. */
class RegistryFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyRegistry(byte[] bytes) throws Exception {
        Path file = Fuzzed.file(this, "models.yaml", bytes);
        Optional<Registry> read = Fuzzed.readOrRefused(bytes, Refusal.class, () -> Registry.read(file));
        read.ifPresent(RegistryFuzz::checkUse);
    }

    private static void checkUse(Registry registry) {
        for (ListedModel model : registry.models()) {
            assertEquals(Optional.of(model), registry.find(model.name()));
            model.aliases().forEach(alias -> assertEquals(Optional.of(model), registry.find(alias)));
            for (Variant variant : model.variants()) {
                assertTrue(registry.select(model.name() + ":" + variant.name()).isPresent());
                Readiness.of(variant);
            }
        }
        registry.near("Qwen3-0.6B");
        Set<String> names = registry.models().stream().map(ListedModel::name).collect(Collectors.toSet());
        assertEquals(Set.copyOf(registry.models()), Set.copyOf(Registry.EMPTY.withFallback(registry, names).models()));
    }
}
