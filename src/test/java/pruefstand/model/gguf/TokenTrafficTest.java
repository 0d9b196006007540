package pruefstand.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TokenTrafficTest {

    private static final TensorInfo EMBEDDING = tensor("token_embd.weight", 1000 * 64);
    private static final TensorInfo OUTPUT = tensor("output.weight", 1000 * 64);
    private static final TensorInfo LAYER = tensor("blk.0.ffn_up.weight", 64 * 128);

    @Test
    void anEmbeddingThatIsAlsoTheOutputIsReadWhole() {
        assertEquals(4 * (64_000 + 8_192), traffic(Map.of(), EMBEDDING, LAYER).weights());
    }

    @Test
    void anEmbeddingOfItsOwnCountsOneRow() {
        assertEquals(4 * (64 + 64_000 + 8_192), traffic(Map.of(), EMBEDDING, OUTPUT, LAYER).weights());
    }

    @Test
    void ofAMixturesExpertsThoseThatAreUsedCount() {
        TensorInfo experts = tensor("blk.0.ffn_up_exps.weight", 8 * 64 * 32);
        assertEquals(4 * (8_192 + 2 * 64 * 32), traffic(Map.of("expert_count", 8L, "expert_used_count", 2L), LAYER, experts).weights());
    }

    @Test
    void theCacheGrowsWithTheDepth() {
        // 3 layers of 2 heads, each with a key and a value of 64 / 4 = 16 numbers: 192 numbers a position, of 2 bytes each.
        TokenTraffic traffic = traffic(Map.of("block_count", 3L, "attention.head_count", 4L, "attention.head_count_kv", 2L), LAYER);
        assertEquals(OptionalLong.of(4 * 8_192), traffic.bytes(0, 2));
        assertEquals(OptionalLong.of(4 * 8_192 + 100 * 192 * 2), traffic.bytes(100, 2));
    }

    @Test
    void headsMayHaveAWidthOfTheirOwn() {
        assertEquals(OptionalLong.of(3 * 2 * (32 + 24)), traffic(Map.of("block_count", 3L, "attention.head_count", 4L,
                "attention.head_count_kv", 2L, "attention.key_length", 32L, "attention.value_length", 24L), LAYER).valuesPerPosition());
    }

    @Test
    void whatTheCacheHoldsIsNotGuessed() {
        TokenTraffic sliding = traffic(Map.of("block_count", 3L, "attention.head_count", 4L, "attention.head_count_kv", 2L,
                "attention.sliding_window", 128L), LAYER);
        assertEquals(OptionalLong.of(4 * 8_192), sliding.bytes(0, 2));
        assertEquals(OptionalLong.empty(), sliding.bytes(1, 2));
    }

    @Test
    void aRecurrentModelReadsAStateThatTheHeaderDoesNotTell() {
        assertEquals(Optional.empty(), TokenTraffic.of(header(Map.of("ssm.state_size", 16L), LAYER)));
    }

    private static TokenTraffic traffic(Map<String, Long> own, TensorInfo... tensors) {
        return TokenTraffic.of(header(own, tensors)).orElseThrow();
    }

    private static GgufHeader header(Map<String, Long> own, TensorInfo... tensors) {
        Map<String, GgufValue> metadata = new TreeMap<>(Map.of("general.architecture", new GgufValue.Text("llama"),
                "llama.embedding_length", new GgufValue.Whole(64)));
        own.forEach((key, value) -> metadata.put("llama." + key, new GgufValue.Whole(value)));
        return new GgufHeader(3, metadata, List.of(tensors), 0);
    }

    private static TensorInfo tensor(String name, long values) {
        return new TensorInfo(name, TensorType.F32, values, 0);
    }
}
