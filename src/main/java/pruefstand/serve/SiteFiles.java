package pruefstand.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import pruefstand.site.LivePage.ProblemKind;
import pruefstand.text.Sha256;

/**
 * Hands out the files of the site, and nothing else: an address is a chain of plain names none of which starts with a dot, so
 * that none leads out of the folder or to a hidden file.
 */
final class SiteFiles implements Handler {

    private static final Pattern PLAIN = Pattern.compile("/(?:[0-9A-Za-z_-][0-9A-Za-z._-]*/)*(?:[0-9A-Za-z_-][0-9A-Za-z._-]*)?");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("xml", "application/xml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"));

    private final Supplier<Optional<Path>> folder;

    /**
     * Files of a folder.
     *
     * @param folder where they lie now; empty before they were built
     */
    SiteFiles(Supplier<Optional<Path>> folder) {
        this.folder = folder;
    }

    @Override
    public void handle(Context request) throws IOException {
        String address = request.req().getRequestURI();
        if (!PLAIN.matcher(address).matches()) {
            throw new Rejection(404, ProblemKind.NOT_FOUND);
        }
        Path root = folder.get().orElseThrow(() -> new Rejection(503, ProblemKind.NOT_BUILT));
        Path file = root.resolve(address.substring(1) + (address.endsWith("/") ? "index.html" : ""));
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            request.redirect(address + "/", HttpStatus.MOVED_PERMANENTLY);
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Rejection(404, ProblemKind.NOT_FOUND);
        }
        answer(request, file, Files.readAllBytes(file));
    }

    private static void answer(Context request, Path file, byte[] content) {
        String tag = "W/\"" + hash(content) + "\"";
        request.header("ETag", tag);
        if (isKnown(request, tag)) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.contentType(type(file.getFileName().toString())).result(content);
    }

    private static boolean isKnown(Context request, String tag) {
        return Optional.ofNullable(request.header("If-None-Match")).stream().flatMap(known -> Arrays.stream(known.split(",")))
                .map(String::strip).anyMatch(known -> known.equals(tag) || known.equals("*"));
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 16);
    }
}
