package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ServeCommandTest {

    @TempDir
    private Path folder;

    private void workspace() throws IOException {
        Files.writeString(folder.resolve("reviews.txt"), "Birke/2026-01-02/https://example.org/b: Gut.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\nmodels: models.yaml\ntasks: [tasks]\n");
        Files.writeString(folder.resolve("models.yaml"), "models: []\n");
        Files.createDirectories(folder.resolve("tasks"));
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhatToDo() throws IOException {
        workspace();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProgramRun run = ProgramRun.in(folder, "serve", "--port", Integer.toString(taken.getLocalPort()), "--words");
            assertEquals(2, run.code());
            assertEquals("pruefstand: Nobody can listen at port " + taken.getLocalPort() + " of 127.0.0.1: it is taken, or this user may not. "
                    + "Name another with --port; 0 takes any that is free.\n", run.err());
        }
    }

    @Test
    void whatIsNoPortOrHostIsRefused() throws IOException {
        workspace();
        assertEquals(2, ProgramRun.in(folder, "serve", "--port", "65536").code());
        assertEquals(2, ProgramRun.in(folder, "serve", "--port", "-1").code());
        ProgramRun host = ProgramRun.in(folder, "serve", "--port", "0", "--host", "no.such.host.invalid", "--lang", "de");
        assertEquals(2, host.code());
        assertTrue(host.err().contains("„no.such.host.invalid“ ist kein Name und keine Adresse dieser Maschine."), host.err());
        assertEquals(2, ProgramRun.in(folder.getRoot(), "serve").code(), "there is no workspace");
    }

    @Test
    void servesUntilItIsEndedWithStreamsOpen() throws IOException, InterruptedException {
        workspace();
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "-Dpruefstand.home=" + Path.of("").toAbsolutePath(), "-cp", System.getProperty("java.class.path"), "pruefstand.cli.Main",
                "serve", "--port", "0", "--words", "--lang", "en");
        command.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process serve = command.directory(folder.toFile()).redirectError(folder.resolve("err").toFile()).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8));
                HttpClient client = HttpClient.newHttpClient()) {
            URI entrance = URI.create(out.readLine());
            assertTrue(entrance.toString().matches("http://127\\.0\\.0\\.1:[0-9]+/open\\?token=[A-Za-z0-9_-]{43}"), entrance.toString());
            HttpRequest watch = HttpRequest.newBuilder(entrance.resolve("/en/live-events")).header("Accept", "text/event-stream").build();
            Stream<String> events = client.send(watch, HttpResponse.BodyHandlers.ofLines()).body();
            assertTrue(events.anyMatch(line -> line.contains("\"edition\":1")));
            HttpResponse<String> page = client.send(HttpRequest.newBuilder(entrance.resolve("/en/index.html")).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(page.body().contains("Birke"), page.body());
            client.send(watch, HttpResponse.BodyHandlers.ofLines());
            serve.destroy();
            assertEquals(143, serve.waitFor());
            client.shutdownNow();
            String said = Files.readString(folder.resolve("err"));
            assertTrue(said.startsWith("To read and to add reviews, open this address (end with Ctrl-C):"), said);
            assertFalse(said.contains("Exception"), said);
            assertEquals(List.of("cache", "err", "models.yaml", "pruefstand.yaml", "reviews.txt", "tasks"), names());
        } finally {
            serve.destroyForcibly();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
