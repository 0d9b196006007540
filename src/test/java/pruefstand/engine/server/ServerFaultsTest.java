package pruefstand.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.Ability;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.model.Source;
import pruefstand.text.Message;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;

/** Whatever a server does, it is one clear refusal, and nothing half passes for whole. */
class ServerFaultsTest {

    private static final String CALL = "/v1/x";

    @Test
    void aServerThatRecoversIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        try (StandIn standIn = new StandIn().on(CALL,
                _ -> asked.incrementAndGet() < 3 ? Reaction.status(500, "{}") : Reaction.json("{\"a\":1}"))) {
            assertEquals(1, ask(standIn).at("a").size().getAsInt());
            assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), standIn.pauses());
        }
    }

    // uvicorn, which vLLM and others run in, closes a connection that was idle for five seconds.
    @Test
    void aConnectionThatWasClosedMeanwhileIsNoFault() {
        AtomicInteger asked = new AtomicInteger();
        try (StandIn standIn = new StandIn().on(CALL, _ -> asked.incrementAndGet() < 2 ? Reaction.hangUp() : Reaction.json("{\"a\":1}"))) {
            assertEquals(1, ask(standIn).at("a").size().getAsInt());
        }
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.hangUp())) {
            assertEquals("engine.server.cut", refusal(standIn).what().key());
            assertEquals(4, standIn.calls().size());
        }
    }

    @Test
    void aServerThatDoesNotRecoverIsAskedFourTimes() {
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.status(500, "{\"error\":{\"message\":\"boom\"}}"))) {
            Refusal refusal = refusal(standIn);
            assertEquals("engine.server.status", refusal.what().key());
            assertEquals(3, refusal.kind().exitCode());
            assertTrue(refusal.getMessage().contains("boom"), refusal.getMessage());
            assertEquals(4, standIn.calls().size());
        }
    }

    @Test
    void retryAfterIsHonoured() {
        AtomicInteger asked = new AtomicInteger();
        try (StandIn standIn = new StandIn().on(CALL,
                _ -> asked.incrementAndGet() < 2 ? Reaction.status(429, "{}").with("Retry-After", "7") : Reaction.json("{}"))) {
            ask(standIn);
            assertEquals(List.of(Duration.ofSeconds(7)), standIn.pauses());
        }
    }

    @Test
    void retryAfterThatAsksTooMuchEndsIt() {
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.status(429, "{}").with("Retry-After", "3600"))) {
            Refusal refusal = refusal(standIn);
            assertEquals("engine.server.busy", refusal.what().key());
            assertTrue(refusal.getMessage().contains("3600"), refusal.getMessage());
            assertEquals(1, standIn.calls().size());
            assertEquals(List.of(), standIn.pauses());
        }
    }

    // RFC 9110, section 10.2.3: seconds or a date; one that is past means at once, anything else is as if it were not there.
    @ParameterizedTest
    @CsvSource({"'Sun, 06 Nov 1994 08:49:37 GMT',30000", "'Sun, 06 Nov 1994 08:49:00 GMT',0", "bald,500", "-5,500", "99999999999,500"})
    void retryAfterMayBeADateOrNonsense(String value, long milliseconds) {
        InstantSource clock = InstantSource.fixed(Instant.parse("1994-11-06T08:49:07Z"));
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(value)), (_, _) -> true);
        assertEquals(Optional.of(Duration.ofMillis(milliseconds)), new Retries(Patience.USUAL, clock).pauseAfter(429, headers, 1));
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (StandIn elsewhere = new StandIn().on(CALL, "{}"); StandIn standIn = new StandIn().on(CALL,
                _ -> Reaction.status(307, "").with("Location", "http://127.0.0.1:" + elsewhere.port() + CALL))) {
            Refusal refusal = refusal(standIn);
            assertEquals("engine.server.redirect", refusal.what().key());
            assertTrue(refusal.getMessage().contains(String.valueOf(elsewhere.port())), refusal.getMessage());
            assertEquals(List.of(), elsewhere.calls());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "<html>", "", "{\"a\":1}{\"b\":2}", "{\"a\":NaN}"})
    void whatIsNoJsonIsSaid(String body) {
        try (StandIn standIn = new StandIn().on(CALL, body)) {
            assertEquals("engine.server.shape", refusal(standIn).what().key());
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForWhole() {
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.json("{\"a\":1}").cutOff())) {
            assertEquals("engine.server.cut", refusal(standIn).what().key());
        }
    }

    @Test
    void aNestedAnswerThatWouldOverflowTheStackIsRefused() {
        try (StandIn standIn = new StandIn().on(CALL, "[".repeat(100_000))) {
            assertEquals("engine.server.shape", refusal(standIn).what().key());
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.json("\"" + "a".repeat(17 << 20) + "\""))) {
            assertEquals("engine.server.large", refusal(standIn).what().key());
        }
    }

    @Test
    void aServerThatIsTooSlowIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        try (StandIn standIn = new StandIn().on(CALL, _ -> {
            try {
                over.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Reaction.json("{}");
        }); ServerClient client = new ServerClient(ServerAddress.of(standIn.base()), new ApiKey(Optional.empty()),
                new Patience(Duration.ofSeconds(5), Duration.ofMillis(200), 4, Duration.ZERO, _ -> { }))) {
            Refusal refusal = assertThrows(Refusal.class, () -> client.ask(client.address().api("/x"), Map.of()));
            assertEquals("engine.server.slow", refusal.what().key());
            assertEquals(3, refusal.kind().exitCode());
            over.countDown();
        }
    }

    @Test
    void aStreamThatGoesOnForEverIsNotReadForEver() {
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.stream(": ping\n\n"));
                Wire wire = new Wire(standIn.patience(), new Faults(ServerAddress.of(standIn.base()), new ApiKey(Optional.empty())))) {
            URI call = standIn.base().resolve(CALL);
            Wire.Begun begun = wire.exchange(HttpRequest.newBuilder(call).build());
            var longAgo = new Wire.Begun(begun.response(), begun.sent() - standIn.patience().stream().toNanos());
            Refusal refusal = assertThrows(Refusal.class, () -> wire.lines(call, longAgo, (_, _) -> true));
            assertEquals("engine.server.slow", refusal.what().key());
        }
    }

    @Test
    void aServerThatIsNotThereIsMissing() {
        StandIn gone = new StandIn();
        gone.close();
        Refusal refusal = assertThrows(Refusal.class, () -> gone.engine("m"));
        assertEquals("engine.server.silent", refusal.what().key());
        assertEquals(3, refusal.kind().exitCode());
    }

    @Test
    void aHostThatDoesNotExistIsMissing() {
        Refusal refusal = assertThrows(Refusal.class, () -> ServerEngine.open(
                new Source.Server(URI.create("http://no-such-host.invalid/v1"), "m", Optional.empty()), EngineSettings.withThreads(1),
                _ -> Optional.empty(), Patience.SHORT));
        assertEquals("engine.server.silent", refusal.what().key());
    }

    @Test
    void theKeyIsSentAndNeverShown() {
        String secret = "sk-geheim-0123456789";
        try (StandIn standIn = new StandIn().on("/v1/models", call -> Reaction.json("{\"data\":[{\"id\":\"m\",\"owned_by\":\"me\"}]}"))
                .on("/v1/embeddings", call -> Reaction.status(400, "{\"error\":{\"message\":\"bad key " + secret + "\"}}"));
                ServerEngine engine = ServerEngine.open(new Source.Server(standIn.base(), "m", Optional.of("KEY")),
                        EngineSettings.withThreads(1), name -> Optional.of(secret).filter(_ -> name.equals("KEY")), standIn.patience())) {
            assertTrue(engine.encoder().isEmpty());
            assertEquals(Optional.of("Bearer " + secret), standIn.calls("/v1/models").getFirst().authorization());
            Message why = engine.whyNot(Ability.EMBEDDINGS).orElseThrow();
            assertFalse(Messages.in(Locale.ENGLISH).text(why).contains("geheim"), why.toString());
            assertTrue(Messages.in(Locale.ENGLISH).text(why).contains("bad key …"), why.toString());
            assertFalse(new ApiKey(Optional.of(secret)).toString().contains("geheim"));
        }
    }

    @Test
    void aKeyThatIsMissingOrNoKeyIsAskedForByItsName() {
        for (Optional<String> value : List.of(Optional.<String>empty(), Optional.of(" "), Optional.of("a\nInjected: b"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> ApiKey.from(Optional.of("VLLM_KEY"), _ -> value));
            assertEquals("engine.server.key-variable", refusal.what().key());
            assertFalse(refusal.getMessage().contains("Injected"), refusal.getMessage());
            assertEquals(3, refusal.kind().exitCode());
        }
    }

    @Test
    void aServerThatWantsAKeySaysHowToGiveOne() {
        try (StandIn standIn = new StandIn().on(CALL, _ -> Reaction.status(401, "{}"))) {
            Refusal refusal = refusal(standIn);
            assertEquals("engine.server.key", refusal.what().key());
            assertTrue(refusal.getMessage().contains("api_key_env"), refusal.getMessage());
        }
    }

    @Test
    void whatAServerSaysIsQuotedShortAndPlain() {
        assertEquals("a b c", Quote.of("a\u001b[31m\n b\u202ec".replace("[31m", "")));
        assertEquals(202, Quote.of("ä".repeat(10_000)).length());
        assertEquals("x", Quote.errorIn("{\"error\":\"x\"}"));
        assertEquals("x", Quote.errorIn("{\"error\":{\"message\":\"x\"}}"));
        assertEquals("x", Quote.errorIn("{\"message\":\"x\"}"));
        assertEquals("x", Quote.errorIn("{\"detail\":\"x\"}"));
        assertEquals("Bad gateway", Quote.errorIn("Bad gateway"));
    }

    private static Answer ask(StandIn standIn) {
        try (ServerClient client = standIn.client()) {
            return client.ask(client.address().api("/x"), Map.of("q", 1));
        }
    }

    private static Refusal refusal(StandIn standIn) {
        return assertThrows(Refusal.class, () -> ask(standIn));
    }
}
