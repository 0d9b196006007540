package pruefstand.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import pruefstand.model.Source;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.GgufParts;
import pruefstand.text.Refusal;

/** Reads the headers of GGUF files that lie elsewhere, without fetching the files. */
public final class RemoteGguf implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HubClient hub;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public RemoteGguf(HubAccess access) {
        this.hub = new HubClient(access);
    }

    /**
     * The header of a file on a hub, of all its parts where it lies in several.
     *
     * @throws Refusal if it cannot be had, or is not what it should be
     */
    public GgufHeader read(Source.HubFile file) {
        return GgufParts.read(file.file(), name -> header(name, range -> hub.fetch(
                new Source.HubFile(file.repository(), file.revision(), name, Optional.empty()), file.revision(), Optional.of(range))));
    }

    /** The same of a file at an address. */
    public GgufHeader read(URI address) {
        return hub.file(address).map(this::read).orElseGet(
                () -> GgufParts.read(address.toString(), name -> header(name, range -> get(URI.create(name), range))));
    }

    private static GgufHeader header(String name, RangeChannel.Ranges ranges) {
        try (RangeChannel channel = new RangeChannel(name, ranges)) {
            return GgufHeader.read(name, channel);
        } catch (IOException e) {
            throw Refusal.missing("model.hub.no-header", name, String.valueOf(e.getMessage())).because(e);
        }
    }

    private HttpResponse<InputStream> get(URI address, String range) {
        try {
            HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).header("Range", range)
                    .header("User-Agent", "pruefstand").build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() / 100 != 2) {
                answer.body().close();
                throw Refusal.missing("model.hub.trouble", address.getHost(), answer.statusCode(), address.getPath());
            }
            return answer;
        } catch (IOException e) {
            throw Unreached.refusal(address.getHost(), address.getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.missing("model.hub.unreachable", address.getHost(), address.getPath(), "interrupted").because(e);
        }
    }

    @Override
    public void close() {
        hub.close();
        http.shutdownNow();
    }
}
