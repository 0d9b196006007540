package pruefstand.model.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/** A file is fetched whole and right, or it is not there; see {@link LoopbackHub} for where the hub's shapes come from. */
class HubDownloadTest {

    private static final int SIZE = 300_000;
    private static final Source.HubFile FILE = new Source.HubFile("owner/name", "main", "sub/model-Q8_0.gguf", Optional.empty());

    @TempDir
    private Path folder;
    private final byte[] content = new byte[SIZE];
    private LoopbackHub hub;
    private HubClient client;

    @BeforeEach
    void aHub() {
        new Random(20_261_126).nextBytes(content);
        hub = new LoopbackHub(content);
        client = new HubClient(new HubAccess(URI.create(hub.endpoint()), Optional.of("hf_secret")));
    }

    @AfterEach
    void close() {
        client.close();
        hub.close();
    }

    private Fetched fetch() {
        return fetch(FILE);
    }

    private Fetched fetch(Source.HubFile file) {
        return new HubDownload(client, cache(), Duration.ofMillis(300)).fetch(file, client.ask(file, "main"), FetchProgress.SILENT);
    }

    private HubCache cache() {
        return new HubCache(folder.resolve("hub"));
    }

    private Path repository() {
        return folder.resolve("hub/models--owner--name");
    }

    private Path partial() {
        return repository().resolve("blobs").resolve(LoopbackHub.sha256(content) + ".incomplete");
    }

    @Test
    void liesInTheLayoutThatTheHubsOwnToolsRead() throws IOException {
        Fetched fetched = fetch();
        Path snapshot = repository().resolve("snapshots").resolve(LoopbackHub.COMMIT).resolve("sub/model-Q8_0.gguf");
        assertEquals(snapshot, fetched.place());
        assertEquals(Path.of("../../../blobs", LoopbackHub.sha256(content)), Files.readSymbolicLink(snapshot));
        assertArrayEquals(content, Files.readAllBytes(snapshot));
        assertEquals(LoopbackHub.COMMIT, Files.readString(repository().resolve("refs/main")));
        assertEquals(List.of(LoopbackHub.sha256(content)), names(repository().resolve("blobs")));
        assertEquals(Optional.of(snapshot), cache().find(FILE, Optional.empty()));
        assertEquals(LoopbackHub.sha256(content), fetched.pulled().sha256());
        assertEquals(LoopbackHub.COMMIT, fetched.pulled().commit());
    }

    @Test
    void goesOnWhereItWasCutAtRandomBytes() throws IOException {
        Random random = new Random(7);
        hub.answer = new LoopbackHub.Ranged(left -> Math.min(left, random.nextInt(30_000)));
        int runs = 0;
        while (runs < 200 && !isThere()) {
            runs++;
            try {
                fetch();
            } catch (Refusal e) {
                assertEquals("model.hub.cut", e.what().key());
                assertFalse(isThere());
            }
        }
        assertArrayEquals(content, Files.readAllBytes(repository().resolve("snapshots").resolve(LoopbackHub.COMMIT).resolve(FILE.file())));
        List<String> asked = hub.requests().stream().filter(request -> request.startsWith("sender")).toList();
        assertEquals(1, asked.stream().filter(request -> !request.contains("bytes=")).count(), "only once from the start");
        assertTrue(asked.size() > 10, asked.toString());
        assertFalse(Files.exists(partial()));
    }

    /** What a killed program leaves: so many bytes of the file under the partial name. */
    @Test
    void goesOnWhereAnotherRunWasKilled() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 10; i++) {
            int kept = random.nextInt(SIZE + 1);
            Files.createDirectories(partial().getParent());
            Files.write(partial(), Arrays.copyOf(content, kept));
            long before = hub.sendings();
            assertArrayEquals(content, Files.readAllBytes(fetch().place()));
            assertEquals(kept == SIZE ? 0 : 1, hub.sendings() - before);
            assertTrue(hub.requests().getLast().contains("bytes=" + kept + "-") || kept == SIZE, hub.requests().toString());
            delete(repository());
        }
    }

    private boolean isThere() {
        return cache().find(FILE, Optional.empty()).isPresent() || cache().blob(LoopbackHub.sha256(content)).isPresent();
    }

    @Test
    void whatWasChangedOnTheWayIsRefusedAndNothingIsLeft() throws IOException {
        byte[] changed = content.clone();
        changed[SIZE / 2] ^= 1;
        hub.answer = (exchange, _) -> new LoopbackHub.Ranged().to(exchange, changed);
        Refusal refusal = refused("model.hub.wrong-hash");
        assertTrue(refusal.getMessage().contains(LoopbackHub.sha256(content)), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(LoopbackHub.sha256(changed)), refusal.getMessage());
        assertEquals(List.of(), names(repository().resolve("blobs")));
    }

    @Test
    void aPartThatWasChangedOnDiskIsNotTrusted() throws IOException {
        Files.createDirectories(partial().getParent());
        byte[] changed = Arrays.copyOf(content, 1_000);
        changed[500] ^= 1;
        Files.write(partial(), changed);
        refused("model.hub.wrong-hash");
        assertArrayEquals(content, Files.readAllBytes(fetch().place()));
    }

    @Test
    void aPartThatIsLongerThanTheWholeBeginsAnew() throws IOException {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), new byte[SIZE + 1]);
        assertArrayEquals(content, Files.readAllBytes(fetch().place()));
    }

    @Test
    void moreOrLessThanWasAnnouncedIsNotTheFile() throws IOException {
        hub.answer = (exchange, _) -> new LoopbackHub.Ranged().to(exchange, Arrays.copyOf(content, SIZE + 1));
        refused("model.hub.too-long");
        assertEquals(List.of(), names(repository().resolve("blobs")));
        hub.answer = (exchange, _) -> new LoopbackHub.Ranged().to(exchange, Arrays.copyOf(content, SIZE - 1));
        refused("model.hub.too-short");
        assertEquals(List.of(), names(repository().resolve("blobs")));
    }

    @Test
    void aSenderThatKnowsNoRangesSendsAllAgain() throws IOException {
        int[] times = {0};
        hub.answer = (exchange, all) -> {
            exchange.sendResponseHeaders(200, all.length);
            exchange.getResponseBody().write(all, 0, times[0]++ == 0 ? 100_000 : all.length);
        };
        assertArrayEquals(content, Files.readAllBytes(fetch().place()));
        assertEquals(2, times[0]);
    }

    @Test
    void aSenderThatStartsAtAnotherByteThanAskedIsReadFromTheStart() throws IOException {
        Files.createDirectories(partial().getParent());
        Files.write(partial(), Arrays.copyOf(content, 1_000));
        hub.answer = (exchange, all) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (SIZE - 1) + "/" + SIZE);
            exchange.sendResponseHeaders(206, all.length);
            exchange.getResponseBody().write(all);
        };
        assertArrayEquals(content, Files.readAllBytes(fetch().place()));
    }

    @Test
    void aSenderThatFallsSilentCountsAsCut() {
        CountDownLatch never = new CountDownLatch(1);
        hub.answer = (exchange, all) -> {
            exchange.sendResponseHeaders(200, all.length);
            exchange.getResponseBody().write(all, 0, 10);
            exchange.getResponseBody().flush();
            await(never);
        };
        refused("model.hub.cut");
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theTokenGoesToTheHubAndToNobodyElse() {
        fetch();
        assertFalse(hub.requests().isEmpty());
        for (String request : hub.requests()) {
            assertEquals(request.startsWith("hub"), request.endsWith("Bearer hf_secret"), request);
        }
        assertFalse(new HubAccess(URI.create("http://h"), Optional.of("hf_secret")).toString().contains("secret"));
        facts(headers -> {
            headers.set("Status", "401");
            headers.set("X-Error-Message", "hf_secret");
        });
        assertFalse(refused("model.hub.denied").getMessage().contains("secret"));
    }

    @Test
    void onlyTheContentMayComeFromAnotherHost() {
        client.ask(FILE, "main");
        assertEquals(0, hub.sendings());
    }

    @Test
    void aRenamedRepositoryIsFollowedOnTheHubItself() throws IOException {
        hub.facts = headers -> headers;
        int[] hops = {0};
        facts(headers -> {
            if (hops[0]++ == 0) {
                headers.clear();
                headers.set("Status", "307");
                headers.set("Location", "/owner/renamed/resolve/main/sub/model-Q8_0.gguf");
            }
        });
        assertArrayEquals(content, Files.readAllBytes(fetch().place()));
        assertEquals("hub HEAD /owner/renamed/resolve/main/sub/model-Q8_0.gguf Bearer hf_secret", hub.requests().get(1));
    }

    @Test
    void redirectsForEverOrToNowhereAreRefused() {
        facts(headers -> headers.set("Location", "/again"));
        refused("model.hub.redirect");
        facts(headers -> headers.set("Location", "file:///etc/passwd"));
        refused("model.hub.redirect");
        facts(headers -> headers.remove("Location"));
        refused("model.hub.redirect");
    }

    /** {@code hf_raise_for_status} tells these apart by {@code X-Error-Code}. */
    @Test
    void everyRefusalOfTheHubHasItsOwnWords() {
        status("401", "GatedRepo", "model.hub.gated");
        status("403", "GatedRepo", "model.hub.gated");
        status("401", "RepoNotFound", "model.hub.denied");
        status("404", "RevisionNotFound", "model.hub.no-revision");
        status("404", "EntryNotFound", "model.hub.no-file");
        status("404", "RepoNotFound", "model.hub.no-repository");
        status("404", "", "model.hub.not-found");
        status("429", "", "model.hub.busy");
        status("503", "", "model.hub.trouble");
        client = new HubClient(new HubAccess(URI.create(hub.endpoint()), Optional.empty()));
        status("401", "RepoNotFound", "model.hub.denied-without-token");
    }

    private void status(String status, String code, String key) {
        facts(headers -> {
            headers.clear();
            headers.set("Status", status);
            headers.set("X-Error-Code", code);
        });
        refused(key);
    }

    @Test
    void aHubThatDoesNotSayWhatTheFileIsIsNotTrusted() {
        for (String needed : List.of("X-Repo-Commit", "X-Linked-Etag", "X-Linked-Size")) {
            facts(headers -> headers.remove(needed));
            refused("model.hub.no-facts");
            facts(headers -> headers.set(needed, "../../x"));
            refused("model.hub.no-facts");
        }
    }

    @Test
    void aHashThatTheRegistryPinsWins() throws IOException {
        var pinned = new Source.HubFile("owner/name", "main", "m.gguf", Optional.of("0".repeat(64)));
        assertEquals("model.hub.other-hash", assertThrows(Refusal.class, () -> fetch(pinned)).what().key());
        assertEquals(0, hub.sendings());
        var right = new Source.HubFile("owner/name", "main", "m.gguf", Optional.of(LoopbackHub.sha256(content)));
        assertArrayEquals(content, Files.readAllBytes(fetch(right).place()));
    }

    /** Git's own hash of these six bytes is known: {@code echo hello | git hash-object --stdin}. */
    @Test
    void aSmallFileIsCheckedByGitsHash() throws IOException {
        try (LoopbackHub small = new LoopbackHub("hello\n".getBytes(StandardCharsets.UTF_8));
                HubClient to = new HubClient(new HubAccess(URI.create(small.endpoint()), Optional.empty()))) {
            small.facts = headers -> {
                headers.set("Status", "200");
                headers.set("ETag", "\"ce013625030ba8dba906f756967f9e9ca394464a\"");
                List.of("X-Linked-Etag", "X-Linked-Size", "Location").forEach(headers::remove);
                return headers;
            };
            HubFileInfo info = to.ask(FILE, "main");
            assertEquals(new HubFileInfo(LoopbackHub.COMMIT, "ce013625030ba8dba906f756967f9e9ca394464a", 6), info);
            Fetched fetched = new HubDownload(to, cache()).fetch(FILE, info, FetchProgress.SILENT);
            assertEquals("hello\n", Files.readString(fetched.place()));
            // Of the same bytes: echo hello | sha256sum.
            assertEquals("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03", fetched.pulled().sha256());
        }
    }

    @Test
    void aDiskThatIsTooSmallIsNoticedBefore() {
        facts(headers -> headers.set("X-Linked-Size", "99000000000000000"));
        assertTrue(refused("model.hub.no-room").getMessage().contains("99,000,000.0 GB"));
        assertEquals(0, hub.sendings());
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("hub"), "a file where a folder should be");
        assertTrue(refused("model.hub.unwritable").getMessage().contains(folder.resolve("hub").toString()));
    }

    @Test
    void twoDoNotFetchTheSameFileAtOnce() throws IOException {
        try (PartialFile _ = PartialFile.open(partial(), SIZE)) {
            refused("model.hub.in-use");
        }
        assertArrayEquals(content, Files.readAllBytes(fetch().place()));
    }

    @Test
    void aHubThatIsNotThereIsNamed() {
        hub.close();
        assertTrue(refused("model.hub.unreachable").getMessage().contains("127.0.0.1"));
    }

    @Test
    void theEndpointIsTheUsersOwn() {
        assertEquals(URI.create("http://mirror:1"), HubAccess.of(Map.of("HF_ENDPOINT", "http://mirror:1/")).endpoint());
        assertEquals("model.hub.endpoint",
                assertThrows(Refusal.class, () -> HubAccess.of(Map.of("HF_ENDPOINT", "mirror"))).what().key());
        assertEquals("https", HubAccess.of(Map.of("HF_ENDPOINT", "")).endpoint().getScheme());
    }

    private void facts(Consumer<Headers> change) {
        hub.facts = headers -> {
            change.accept(headers);
            return headers;
        };
    }

    private Refusal refused(String key) {
        Refusal refusal = assertThrows(Refusal.class, this::fetch);
        assertEquals(key, refusal.what().key(), refusal.getMessage());
        return refusal;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
