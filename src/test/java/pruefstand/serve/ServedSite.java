package pruefstand.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.json.Json;
import pruefstand.search.Passage;
import pruefstand.site.LiveText;
import pruefstand.site.Publishing;
import pruefstand.site.Searched;
import pruefstand.site.SiteBuilder;
import pruefstand.site.SiteInput;
import pruefstand.site.SiteOptions;
import pruefstand.text.LocalizedText;

/**
 * A server of a small workspace in a folder, as a browser sees it.
 *
 * @param server at any free port
 * @param folder with {@code reviews.txt}, {@code results} and {@code cache}
 * @param mistakes of the program that it has reported
 * @param client that follows nothing and keeps nothing
 */
record ServedSite(Server server, Path folder, List<Throwable> mistakes, HttpClient client) implements AutoCloseable {

    static final String REVIEWS = """
            Birke/2026-01-02/https://example.org/b: Läuft auf jedem Notebook. \\n\\n Die Ausführungsgeschwindigkeit ist gut.
            Eiche%20XL/2026-02-03/https://example.org/e: Größer ist es auch.
            """;

    static ServedSite in(Path folder) {
        return in(folder, "127.0.0.1");
    }

    static ServedSite in(Path folder, String host) {
        return in(folder, host, new Pages(folder));
    }

    /** One that makes no pages, for what does not need them. */
    static ServedSite withoutPages(Path folder) {
        return in(folder, "127.0.0.1", new PageSource() {
            @Override
            public List<Passage> build(Path out) {
                return List.of();
            }

            @Override
            public String state() {
                return "";
            }
        });
    }

    private static ServedSite in(Path folder, String host, PageSource pages) {
        try {
            Files.createDirectories(folder.resolve("results"));
            if (!Files.exists(folder.resolve("reviews.txt"))) {
                Files.writeString(folder.resolve("reviews.txt"), REVIEWS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Throwable> mistakes = new ArrayList<>();
        Path reviews = folder.resolve("reviews.txt");
        Server server = Server.start(new ServeOptions(host, 0, reviews, List.of(folder.resolve("results")), options(folder),
                pages, () -> SearchModels.NONE, folder.resolve("cache"), mistakes::add));
        return new ServedSite(server, folder, mistakes, HttpClient.newHttpClient());
    }

    /** The same, and its first pages are there. */
    static ServedSite builtIn(Path folder) {
        ServedSite site = in(folder);
        site.waitFor("de", now -> now.edition() > 0);
        return site;
    }

    static SiteOptions options(Path out) {
        return new SiteOptions(Path.of(""), out, new LocalizedText("Prüfstand", "Test bench"), Optional.empty(), Optional.empty(),
                Optional.empty(), Publishing.ALL_IN_FULL, false, "0.1.0").asServed();
    }

    /** Built as the command builds them, of the reviews only. */
    private record Pages(Path folder) implements PageSource {

        @Override
        public List<Passage> build(Path out) {
            SiteInput input = new SiteInput(Catalogue.read(folder.resolve("reviews.txt")), List.of(), List.of(), List.of());
            SiteBuilder.build(input, options(out));
            return Searched.of(input, options(out));
        }

        @Override
        public String state() {
            try {
                Path reviews = folder.resolve("reviews.txt");
                return Files.exists(reviews) ? Files.getLastModifiedTime(reviews) + " " + Files.size(reviews) : "none";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    URI at(String address) {
        return URI.create(server.root().substring(0, server.root().length() - 1) + address);
    }

    String origin() {
        return server.root().substring(0, server.root().length() - 1);
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(address));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The cookie that a browser has after the printed address was opened. */
    String cookie() {
        HttpResponse<String> opened = send(HttpRequest.newBuilder(URI.create(server.entrance())));
        return opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    /** Sends a form as a page of ours would. */
    HttpResponse<String> post(String address, String cookie, String... fields) {
        return send(HttpRequest.newBuilder(at(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin()).header("Sec-Fetch-Site", "same-origin").header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    static String encoded(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Watches what goes on until it is what was waited for. */
    LiveText waitFor(String language, Predicate<LiveText> wanted) {
        try (Stream<String> events = events(language)) {
            return events.filter(line -> line.startsWith("data: ")).map(line -> Json.read(line.substring(6), "event", LiveText.class))
                    .filter(wanted).findFirst().orElseThrow(() -> new IllegalStateException("the server has ended"));
        }
    }

    Stream<String> events(String language) {
        try {
            HttpRequest request = HttpRequest.newBuilder(at("/" + language + "/live-events")).header("Accept", "text/event-stream").build();
            return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String reviews() {
        try {
            return Files.readString(folder.resolve("reviews.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
    }
}
