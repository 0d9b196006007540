package pruefstand.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/**
 * Speaks to a hub. Addresses and headers are those that huggingface_hub uses ({@code file_download.py}, {@code constants.py}):
 * {@code <endpoint>/<repository>/resolve/<revision>/<file>}, answered with {@code X-Repo-Commit}, {@code X-Linked-Etag} and
 * {@code X-Linked-Size}, or {@code ETag} and {@code Content-Length} where the hub itself holds the file.
 */
public final class HubClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_HOPS = 5;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private static final Pattern FILE_PAGE = Pattern.compile("/([^/]+/[^/]+)/(?:resolve|blob|raw)/([^/]+)/(.+)");

    private final HubAccess access;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    public HubClient(HubAccess access) {
        this.access = access;
    }

    /**
     * Asks what a file is, without fetching it. Redirects are followed on the hub itself, where repositories are renamed, and
     * not to the host that would send the file.
     *
     * @param revision branch, tag or commit
     * @throws Refusal if the hub does not answer, does not know the file, or does not say what is needed to check it
     */
    public HubFileInfo ask(Source.HubFile file, String revision) {
        List<HttpResponse<?>> answers = new ArrayList<>();
        URI next = address(file, revision);
        while (access.isOwn(next)) {
            HttpResponse<Void> answer = send(HttpRequest.newBuilder(next).method("HEAD", HttpRequest.BodyPublishers.noBody()),
                    file, HttpResponse.BodyHandlers.discarding());
            answers.add(answer);
            Optional<URI> redirect = redirect(answer, file, answers.size());
            if (redirect.isEmpty()) {
                HubRefusals.check(answer, file, revision, access.hasToken());
                break;
            }
            next = redirect.get();
        }
        return info(answers, file);
    }

    /**
     * Asks what a revision of a data set is and which files it has: {@code GET <endpoint>/api/datasets/<repository>/revision/<revision>},
     * answered with {@code sha} and {@code siblings}, each with {@code rfilename} (huggingface_hub, {@code hf_api.py},
     * {@code dataset_info}).
     *
     * @param files of a data set, any
     * @throws Refusal if the hub does not answer, does not know it, or answers something else
     */
    public HubRevision list(Source.HubFile files) {
        URI next = URI.create(access.endpoint() + "/api/" + files.repository() + "/revision/" + files.revision().replace("/", "%2F"));
        for (int hops = 1;; hops++) {
            HttpResponse<InputStream> answer = send(HttpRequest.newBuilder(next).GET(), files, HttpResponse.BodyHandlers.ofInputStream());
            Optional<URI> redirect = redirect(answer, files, hops);
            if (redirect.isEmpty()) {
                return HubListing.read(checked(answer, files, files.revision()).body())
                        .orElseThrow(() -> Refusal.missing("model.hub.no-list", files.repository(), access.endpoint().toString()));
            }
            close(answer);
            next = redirect.get();
        }
    }

    private HubFileInfo info(List<HttpResponse<?>> answers, Source.HubFile file) {
        String etag = header(answers, "X-Linked-Etag").or(() -> header(answers, "ETag")).orElse("").replaceFirst("^W/", "")
                .replace("\"", "");
        String commit = header(answers, "X-Repo-Commit").orElse("");
        String size = header(answers, "X-Linked-Size").or(() -> header(answers, "Content-Length")).orElse("");
        if (!COMMIT.matcher(commit).matches() || !HASH.matcher(etag).matches() || !size.matches("\\d{1,18}")) {
            throw Refusal.missing("model.hub.no-facts", file.repository(), file.file(), access.endpoint().toString());
        }
        return new HubFileInfo(commit, etag, Long.parseLong(size));
    }

    /** The last answer is about the file; one before it may say what it leaves out. */
    private static Optional<String> header(List<HttpResponse<?>> answers, String name) {
        return answers.reversed().stream().map(answer -> answer.headers().firstValue(name)).flatMap(Optional::stream).findFirst();
    }

    /**
     * Begins to fetch a file.
     *
     * @param commit so that no other version comes than the one that was asked about
     * @param from first byte wanted
     * @return an answer with status 200, 206 or 416; its stream is the caller's to close
     * @throws Refusal if the hub does not answer, or with anything else
     */
    HttpResponse<InputStream> fetch(Source.HubFile file, String commit, long from) {
        return fetch(file, commit, from > 0 ? Optional.of("bytes=" + from + "-") : Optional.empty());
    }

    /**
     * Begins to fetch a part of a file.
     *
     * @param revision branch, tag or commit
     * @param range as {@code Range} of HTTP has it; empty: all
     */
    HttpResponse<InputStream> fetch(Source.HubFile file, String revision, Optional<String> range) {
        URI next = address(file, revision);
        for (int hops = 1;; hops++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(next).GET();
            range.ifPresent(wanted -> request.header("Range", wanted));
            HttpResponse<InputStream> answer = send(request, file, HttpResponse.BodyHandlers.ofInputStream());
            Optional<URI> redirect = redirect(answer, file, hops);
            if (redirect.isEmpty()) {
                return checked(answer, file, revision);
            }
            close(answer);
            next = redirect.get();
        }
    }

    /** The file of a hub that an address of its pages or downloads means; empty where it is none of this hub. */
    public Optional<Source.HubFile> file(URI page) {
        Matcher path = FILE_PAGE.matcher(page.getPath() == null ? "" : page.getPath());
        return access.isOwn(page) && path.matches() ? Optional.of(new Source.HubFile(path.group(1), path.group(2), path.group(3),
                Optional.empty())) : Optional.empty();
    }

    private HttpResponse<InputStream> checked(HttpResponse<InputStream> answer, Source.HubFile file, String commit) {
        try {
            HubRefusals.check(answer, file, commit, access.hasToken());
            return answer;
        } catch (Refusal e) {
            close(answer);
            throw e;
        }
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException _) {
            return; // nothing more was wanted from it
        }
    }

    private URI address(Source.HubFile file, String revision) {
        try {
            String path = "/" + file.repository() + "/resolve/" + revision.replace("/", "%2F") + "/";
            return URI.create(access.endpoint() + path + new URI(null, null, "/" + file.file(), null).getRawPath().substring(1));
        } catch (IllegalArgumentException | URISyntaxException e) {
            throw Refusal.input("model.hub.address", file.repository(), file.file()).because(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, Source.HubFile file, BodyHandler<T> handler) {
        URI address = request.build().uri();
        access.authorization(address).ifPresent(secret -> request.header("Authorization", secret));
        try {
            return http.send(request.timeout(PATIENCE).header("User-Agent", "pruefstand").build(), handler);
        } catch (IOException e) {
            throw Unreached.refusal(address.getHost(), file.file(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.missing("model.hub.unreachable", address.getHost(), file.file(), "interrupted").because(e);
        }
    }

    /** Where an answer sends us; never from https to http, and not for ever. */
    private static Optional<URI> redirect(HttpResponse<?> answer, Source.HubFile file, int hops) {
        if (answer.statusCode() / 100 != 3) {
            return Optional.empty();
        }
        Optional<URI> next = answer.headers().firstValue("Location").flatMap(HubClient::uri).map(answer.uri()::resolve)
                .filter(to -> "https".equals(to.getScheme()) || "http".equals(to.getScheme()) && "http".equals(answer.uri().getScheme()));
        if (next.isEmpty() || hops > MOST_HOPS) {
            throw Refusal.missing("model.hub.redirect", answer.uri().getHost(), file.file());
        }
        return next;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty(); // then the answer leads nowhere, and its reader says so
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
