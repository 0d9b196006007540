package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.server.StandIn;
import pruefstand.model.Source;
import pruefstand.task.Progress;

/** What workers can reach. On Linux, since elsewhere nothing is taken. */
class NetworkTest {

    private static final Home HOME = new Home(Path.of("").toAbsolutePath());

    @TempDir
    private Path folder;

    private WorkerReply ask(Class<?> program, Source source, List<String> texts) {
        try (WorkerProcess worker = WorkerProcess.start(HOME, folder.resolve("log"), Limits.NONE, program)) {
            Opening opening = new Opening(source, EngineSettings.withThreads(1), HOME.folder(), Optional.empty());
            return worker.ask(new WorkerRequest.Embed(opening, texts), Progress.SILENT);
        }
    }

    @Test
    void fromThenOnNothingIsReachedByAnyThreadOrChild() {
        assertTrue(Network.ofThisProcess().canBeTaken(), "Linux on x86-64 or arm64 with seccomp is expected here");
        WorkerReply.Broken told = assertInstanceOf(WorkerReply.Broken.class, ask(ConnectingWorker.class, new Source.Baseline("random"), List.of()));
        assertEquals("before true, taken true, connect false, other thread false, datagram false, listen false, child false", told.error());
    }

    @Test
    void aModelOfThisMachineIsRunWithoutNetwork() throws IOException {
        Source model = new Source.LocalFile(HOME.folder().resolve("eval/models/tiny-bert-de-en-embed-f16.gguf"));
        assertInstanceOf(WorkerReply.Embedded.class, ask(Worker.class, model, List.of("Ein Satz.")));
        assertTrue(Files.readAllLines(folder.resolve("log")).contains("network: off"));
    }

    @Test
    void whoAsksAServerHasIt() throws IOException {
        try (StandIn server = new StandIn()) {
            server.on("/v1/models", "{\"data\":[{\"id\":\"m\"}]}");
            server.on("/v1/embeddings", "{\"data\":[{\"index\":0,\"embedding\":[0.6,0.8]}]}");
            WorkerReply reply = ask(Worker.class, new Source.Server(server.base(), "m", Optional.empty()), List.of("a"));
            assertInstanceOf(WorkerReply.Embedded.class, reply, reply.toString());
        }
        assertTrue(Files.readAllLines(folder.resolve("log")).stream().noneMatch(line -> line.startsWith("network:")));
    }
}
