package pruefstand.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Named;
import pruefstand.engine.Ability;
import pruefstand.engine.Continuation;
import pruefstand.engine.ContinuationScore;
import pruefstand.engine.ContinuationScorer;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.json.Json;
import pruefstand.text.Refusal;

/** What the stand-ins' tokens are, and how likely, {@link Dialects} says. */
class ServerContinuationsTest {

    static Stream<Named<Supplier<StandIn>>> scoring() {
        return Stream.of(Named.of("vLLM", Dialects::vllm), Named.of("TGI", Dialects::tgi), Named.of("echo", Dialects::echo));
    }

    // " ja" has 3 characters: ln p = -0.75; " nein" has 5: -1.25.
    @ParameterizedTest
    @MethodSource("scoring")
    void sumsTheTokensOfTheContinuationOnly(Supplier<StandIn> server) {
        try (StandIn standIn = server.get(); ServerEngine engine = standIn.engine("")) {
            List<ContinuationScore> scores = engine.continuations().orElseThrow()
                    .score(List.of(new Continuation("Ist es so", " nein ja"), new Continuation("Ist es so", " ja")));
            assertEquals(-2.0, scores.get(0).logLikelihood(), 1e-12);
            assertEquals(2, scores.get(0).tokens());
            assertEquals(-0.75, scores.get(1).logLikelihood(), 1e-12);
            assertEquals(1, scores.get(1).tokens());
        }
    }

    @ParameterizedTest
    @MethodSource("scoring")
    void whiteSpaceThatEndsTheContextBelongsToTheContinuation(Supplier<StandIn> server) {
        try (StandIn standIn = server.get(); ServerEngine engine = standIn.engine("")) {
            ContinuationScore score = score(engine, "Ist es so ", "nein");
            assertEquals(-1.25, score.logLikelihood(), 1e-12);
            assertEquals(1, score.tokens());
        }
    }

    @Test
    void greedyIsWhatTheServerRanksFirst() {
        for (Supplier<StandIn> server : List.<Supplier<StandIn>>of(Dialects::vllm, Dialects::echo)) {
            try (StandIn standIn = server.get(); ServerEngine engine = standIn.engine("")) {
                assertTrue(score(engine, "Ist es so", " gut wie").greedy());
                assertEquals(false, score(engine, "Ist es so", " gut so").greedy());
            }
        }
    }

    // TGI's stand-in goes on with " ja" for ever.
    @Test
    void greedyOnTgiIsWhatItWouldHaveWritten() {
        try (StandIn standIn = Dialects.tgi(); ServerEngine engine = standIn.engine("")) {
            assertTrue(score(engine, "Ist es so", " ja ja").greedy());
            assertEquals(false, score(engine, "Ist es so", " ja nein").greedy());
        }
    }

    // "ab" + "c d" is "abc d", of the tokens "abc" and " d"; the context has one token, so " d" (2 characters) is what is scored.
    @Test
    void aTokenAcrossTheBoundaryCountsAsTheContextsAsThePortSays() {
        for (Supplier<StandIn> server : List.<Supplier<StandIn>>of(Dialects::vllm, Dialects::echo)) {
            try (StandIn standIn = server.get(); ServerEngine engine = standIn.engine("")) {
                assertEquals(new ContinuationScore(-0.5, 1, true), score(engine, "ab", "c d"));
                assertEquals("engine.server.no-token", refusal(engine, "ab", "c").what().key());
            }
        }
    }

    @Test
    void aTokenAcrossTheBoundaryIsRefusedWhereItsRankCannotBeAsked() {
        try (StandIn standIn = Dialects.tgi(); ServerEngine engine = standIn.engine("")) {
            assertEquals("engine.server.boundary", refusal(engine, "ab", "c d").what().key());
        }
    }

    // vLLM's stand-in puts a beginning token before every text, so that even the first word has something before it.
    @Test
    void anEmptyContextIsScoredWhereTheModelHasABeginning() {
        try (StandIn standIn = Dialects.vllm(); ServerEngine engine = standIn.engine("")) {
            assertEquals(new ContinuationScore(-0.5, 1, true), score(engine, "", "ja"));
        }
        try (StandIn standIn = Dialects.echo(); ServerEngine engine = standIn.engine("")) {
            assertEquals("engine.server.no-context", refusal(engine, "", "ja").what().key());
        }
    }

    @Test
    void theContextIsCountedOnceForAllItsContinuations() {
        try (StandIn standIn = Dialects.echo(); ServerEngine engine = standIn.engine("")) {
            ContinuationScorer scorer = engine.continuations().orElseThrow();
            int before = standIn.calls("/v1/completions").size();
            scorer.score(List.of(new Continuation("Ist es so", " ja"), new Continuation("Ist es so", " nein")));
            assertEquals(3, standIn.calls("/v1/completions").size() - before);
        }
    }

    @Test
    void llamaServerRefusesAndSaysWhy() {
        try (StandIn standIn = Dialects.llamaServer(); ServerEngine engine = standIn.engine("")) {
            assertTrue(engine.continuations().isEmpty());
            assertEquals("engine.server.refused.continuations", engine.whyNot(Ability.CONTINUATIONS).orElseThrow().key());
            assertTrue(engine.whyNot(Ability.CONTINUATIONS).orElseThrow().arguments().contains("Only no echo is supported"));
        }
    }

    @Test
    void aServerThatIgnoresEchoCannotScore() {
        try (StandIn standIn = Dialects.ollama(); ServerEngine engine = standIn.engine("llama3.2")) {
            assertTrue(engine.continuations().isEmpty());
            assertEquals("engine.server.ignored.continuations", engine.whyNot(Ability.CONTINUATIONS).orElseThrow().key());
        }
    }

    // vLLM writes prompt_logprobs as null when a server's settings forbid them.
    @Test
    void probabilitiesThatAreMissingAreNoAbility() {
        try (StandIn standIn = Dialects.vllm(); ServerEngine engine = standIn.engine("")) {
            standIn.on("/v1/completions", Json.write(Map.of("choices", List.of(Map.of("text", "x", "index", 0)))));
            assertTrue(engine.continuations().isEmpty());
        }
    }

    @Test
    void aServerInTroubleIsNotCalledUnable() {
        try (StandIn standIn = Dialects.vllm(); ServerEngine engine = standIn.engine("")) {
            standIn.on("/v1/completions", _ -> Reaction.status(503, "{}"));
            assertEquals("engine.server.busy", assertThrows(Refusal.class, engine::continuations).what().key());
        }
    }

    private static ContinuationScore score(ServerEngine engine, String context, String continuation) {
        return engine.continuations().orElseThrow().score(List.of(new Continuation(context, continuation))).getFirst();
    }

    private static Refusal refusal(ServerEngine engine, String context, String continuation) {
        return assertThrows(Refusal.class, () -> score(engine, context, continuation));
    }
}
