package pruefstand.run.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pruefstand.json.Json;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.TensorType;

/** Forecasts for a machine whose speeds are round numbers. */
class ForecastTest {

    /** 1 ns a byte, 0.1 ns a product, 10 µs a token, 1 µs a step, 2 µs a head, 0.01 µs a head and position. */
    private static final MachineSpeed MACHINE = new MachineSpeed("a machine", 8_000_000_000L, 1, "engine", Instant.EPOCH, 10, 100_000_000L,
            10e-6, 1e-6, 0.5e-6, 2e-6, 0.01e-6, 0, Map.of(TensorType.Q8_0, type(1e-9, 0.1e-9), TensorType.F32, type(4e-9, 0.4e-9)), Map.of());

    private static TypeSpeed type(double perByte, double perProduct) {
        return new TypeSpeed(List.of(new TypeSpeed.Point(1000, perByte, perProduct)));
    }

    private static Workload dense(long bytes) {
        return new Workload(bytes, Map.of(TensorType.Q8_0, bytes), Map.of(TensorType.Q8_0, bytes / 2), 100, 20, 64, 1000, OptionalLong.of(500), false);
    }

    @Test
    void aTokenTakesItsBytesItsStepsAndItsHeads() {
        // 1 ms of bytes, 10 µs, 100 µs of steps, 40 µs of heads
        assertEquals(1 / 1150e-6, MACHINE.generation(dense(1_000_000), 0, 1), 1e-6);
        // and 1,000 positions before it of 0.2 µs each
        assertEquals(1 / 1350e-6, MACHINE.generation(dense(1_000_000), 1000, 1), 1e-6);
        // 101 tokens have 50 before them in the mean
        assertEquals(1 / 1160e-6, MACHINE.generation(dense(1_000_000), 0, 101), 1e-6);
        assertEquals(1 / 1160e-6, Forecast.of(dense(1_000_000), MACHINE, 500, 101).generation().orElseThrow().value(), 1e-6);
        // 50 µs of products, 50 µs of steps
        assertEquals(1 / 100e-6, MACHINE.prompt(dense(1_000_000)), 1e-6);
    }

    @Test
    void betweenTwoSizesItGoesByTheLogarithm() {
        TypeSpeed speed = new TypeSpeed(List.of(new TypeSpeed.Point(100, 1, 0), new TypeSpeed.Point(10_000, 3, 0)));
        assertEquals(1, speed.secondsPerByte(50));
        assertEquals(1, speed.secondsPerByte(100));
        assertEquals(2, speed.secondsPerByte(1000), 1e-12);
        assertEquals(3, speed.secondsPerByte(1_000_000));
    }

    @Test
    void memoryIsWeightsCacheAndBuffers() {
        Forecast forecast = Forecast.of(dense(1_000_000), MACHINE, 1000);
        assertEquals(new Forecast.Memory(1_000_000, OptionalLong.of(500 * 1000 * 2), 100_000_000 + 512 * 4 * 1000, 104_048_000,
                8_000_000_000L), forecast.memory());
        assertEquals(Optional.of(true), forecast.fits());
        assertTrue(forecast.generationAtContext().orElseThrow().value() < forecast.generation().orElseThrow().value());
    }

    @Test
    void aTenthOfTheMemoryIsTheSystems() {
        assertEquals(Optional.of(false), Forecast.of(dense(7_200_000_000L), MACHINE, 1).fits());
        assertEquals(Optional.of(true), Forecast.of(dense(7_000_000_000L), MACHINE, 1).fits());
    }

    @Test
    void aCacheOfUnknownSizeIsNotGuessed() {
        Workload sliding = new Workload(1000, Map.of(TensorType.Q8_0, 1000L), Map.of(), 10, 2, 64, 10, OptionalLong.empty(), false);
        Forecast forecast = Forecast.of(sliding, MACHINE, 100);
        assertEquals(Optional.empty(), forecast.fits());
        assertTrue(forecast.generation().isPresent() && forecast.generationAtContext().isEmpty());
    }

    @Test
    void ofARecurrentModelNoSpeedIsTold() {
        Workload recurrent = new Workload(1000, Map.of(TensorType.Q8_0, 1000L), Map.of(), 10, 0, 0, 10, OptionalLong.empty(), true);
        assertEquals(Optional.empty(), Forecast.of(recurrent, MACHINE, 100).generation());
    }

    @Test
    void checkedForecastsMakeTheInterval() {
        assertTrue(Forecast.of(dense(1_000_000), MACHINE, 1).generation().orElseThrow().low().isEmpty());
        MachineSpeed checked = MACHINE;
        for (String name : List.of("a", "b", "c")) {
            checked = checked.with(name, new MachineSpeed.Check(1.1, 0.8));
        }
        Forecast forecast = Forecast.of(dense(1_000_000), checked, 1);
        assertEquals(0.1, forecast.generationMedianError().orElseThrow(), 1e-12);
        assertEquals(0.2, forecast.promptMedianError().orElseThrow(), 1e-12);
        // t(0.975, 3) = 3.182446: 1.1^3.182446
        assertEquals(Math.pow(1.1, 3.182446) * forecast.generation().orElseThrow().value(), forecast.generation().orElseThrow().high().orElseThrow(), 1e-3);
    }

    @Test
    void whatIsKeptReadsBackTheSame() {
        MachineSpeed checked = MACHINE.with("a model:Q8_0", new MachineSpeed.Check(1.25, 0.5));
        assertEquals(checked, Json.read(Json.write(checked), "kept", MachineSpeed.class));
    }

    @Test
    void parametersAndBitsGiveTheUsualShape() {
        // 12 × 128² × 34³ = 7.7 · 10⁹: 34 layers, 8 key heads of 128 in each
        Workload work = Workload.of(8_000_000_000L, 4.5);
        assertEquals(4_500_000_000L, work.bytes());
        assertEquals(OptionalLong.of(2 * 34 * 8 * 128), work.valuesPerPosition());
        assertEquals(List.of(TensorType.Q4_K), List.copyOf(work.bytesPerToken().keySet()));
        assertEquals(List.of(TensorType.Q8_0), List.copyOf(Workload.of(1_000_000L, 8.5).bytesPerToken().keySet()));
    }

    @Test
    void aMixtureReadsOnlyTheExpertsThatItUses() {
        Workload dense = Workload.of(ModelShape.dense(2, 256, 512, 1000, TensorType.Q8_0).header());
        Workload mixture = Workload.of(ModelShape.dense(2, 256, 512, 1000, TensorType.Q8_0).withExperts(8, 2).header());
        long expert = 2L * 3 * 256 * 512 / 32 * 34;
        assertEquals(dense.bytesPerToken().get(TensorType.Q8_0) + expert, mixture.bytesPerToken().get(TensorType.Q8_0));
        assertTrue(mixture.bytes() > dense.bytes() + 7 * expert - 1);
    }

    @Test
    void theLastLayersFeedForwardPartIsComputedForOneTokenOnly() {
        Workload work = Workload.of(ModelShape.dense(2, 256, 512, 1000, TensorType.Q8_0).header());
        // Per layer attention of 256 × (256 + 128 + 128 + 256), and once 3 × 256 × 512; the embedding is no product.
        assertEquals(2L * 256 * 768 + 3L * 256 * 512, work.productsPerToken().get(TensorType.Q8_0));
    }

    @Test
    void typesThatNobodyCanMakeUpAreMeasuredAsTheNearest() {
        Workload work = new Workload(1000, Map.of(TensorType.MXFP4, 1000L), Map.of(), 10, 2, 64, 10, OptionalLong.of(1), false);
        TensorType stand = Stand.in(TensorType.MXFP4);
        assertEquals(List.of("MXFP4 as " + stand), Forecast.standIns(work));
        assertFalse(MACHINE.unknown(work).contains(TensorType.MXFP4));
    }
}
