package pruefstand.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import pruefstand.model.PulledFile;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/**
 * Fetches one file into the cache: what an earlier attempt left is completed, the hash is checked before anything bears the
 * file's name.
 */
public final class HubDownload {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int VAIN_ATTEMPTS = 3;
    private static final int NO_SUCH_RANGE = 416;
    private static final int BUFFER = 1 << 16;
    /** Kept free, for what else goes on on the disk meanwhile. */
    private static final long RESERVE = 64L << 20;

    private final HubClient client;
    private final HubCache cache;
    private final Duration patience;

    public HubDownload(HubClient client, HubCache cache) {
        this(client, cache, PATIENCE);
    }

    HubDownload(HubClient client, HubCache cache, Duration patience) {
        this.client = client;
        this.cache = cache;
        this.patience = patience;
    }

    /**
     * Fetches.
     *
     * @param info what the hub said of the file
     * @return the file in the cache, and what is to be noted of it
     * @throws Refusal if the hub stops answering, the disk is too small or cannot be written, or the hash is wrong
     */
    public Fetched fetch(Source.HubFile file, HubFileInfo info, FetchProgress progress) {
        checkPinned(file, info);
        Path blob = cache.blob(file, info.etag());
        try (PartialFile part = PartialFile.open(blob.resolveSibling(info.etag() + ".incomplete"), info.bytes())) {
            checkRoom(part, info);
            complete(part, file, info, progress);
            Checksum.Hashes hashes = checked(part, file, info);
            part.become(blob);
            return new Fetched(cache.publish(file, info), new PulledFile(file.repository(), file.revision(), file.file(),
                    info.commit(), hashes.sha256(), info.bytes()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static void checkPinned(Source.HubFile file, HubFileInfo info) {
        file.sha256().filter(pinned -> info.sha256().isPresent() && !pinned.equals(info.etag())).ifPresent(pinned -> {
            throw Refusal.input("model.hub.other-hash", file.file(), file.repository(), pinned, info.etag());
        });
    }

    private void checkRoom(PartialFile part, HubFileInfo info) throws IOException {
        Path there = Stream.iterate(cache.folder().toAbsolutePath(), Objects::nonNull, Path::getParent).filter(Files::exists)
                .findFirst().orElseThrow();
        long free = Files.getFileStore(there).getUsableSpace();
        long needed = info.bytes() - part.length();
        if (needed > free - RESERVE) {
            throw Refusal.input("model.hub.no-room", cache.folder().toString(), needed / 1e9, free / 1e9);
        }
    }

    /** An attempt that brought something does not count, unless it had to begin anew: a line that breaks every minute gets there. */
    private void complete(PartialFile part, Source.HubFile file, HubFileInfo info, FetchProgress progress) throws IOException {
        int inVain = 0;
        while (!part.isComplete()) {
            long before = part.length();
            if (inVain == VAIN_ATTEMPTS) {
                throw Refusal.missing("model.hub.cut", file.file(), before, info.bytes());
            }
            boolean wentOn = attempt(part, file, info, progress);
            inVain = wentOn && part.length() > before ? 0 : inVain + 1;
        }
        progress.at(info.bytes(), info.bytes());
    }

    /** Whether it went on with what was there. */
    private boolean attempt(PartialFile part, Source.HubFile file, HubFileInfo info, FetchProgress progress) throws IOException {
        HttpResponse<InputStream> answer = client.fetch(file, info.commit(), part.length());
        try (InputStream in = answer.body(); StallGuard guard = new StallGuard(in, patience)) {
            if (answer.statusCode() == NO_SUCH_RANGE) {
                part.delete();
                throw Refusal.input("model.hub.too-short", file.file(), part.length(), info.bytes());
            }
            boolean goesOn = continues(answer, part.length());
            if (!goesOn) {
                part.restart();
            }
            copy(in, part, info, count -> {
                guard.sign();
                progress.at(count, info.bytes());
            });
            return goesOn;
        }
    }

    /** Whether an answer goes on behind what is there; a hub that knows no ranges sends all from the start. */
    private static boolean continues(HttpResponse<?> answer, long length) {
        return length == 0 || answer.statusCode() == 206 && answer.headers().firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + length + "-")).isPresent();
    }

    private static void copy(InputStream in, PartialFile part, HubFileInfo info, LongConsumer told)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
            if (part.length() + count > info.bytes()) {
                part.delete();
                throw Refusal.input("model.hub.too-long", info.bytes());
            }
            part.append(ByteBuffer.wrap(buffer, 0, count));
            told.accept(part.length());
        }
    }

    /** A line that breaks looks like the end; whether it is, the size tells. */
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException _) {
            return -1;
        }
    }

    private static Checksum.Hashes checked(PartialFile part, Source.HubFile file, HubFileInfo info) throws IOException {
        Checksum.Hashes hashes = part.hashes();
        String wanted = file.sha256().orElse(info.etag());
        if (!hashes.are(wanted)) {
            part.delete();
            throw Refusal.input("model.hub.wrong-hash", file.file(), file.repository(), wanted, hashes.sha256());
        }
        return hashes;
    }

    private Refusal unwritable(IOException e) {
        String reason = e instanceof FileSystemException trouble && trouble.getReason() != null ? trouble.getReason()
                : e.getClass().getSimpleName() + " " + e.getMessage();
        return Refusal.input("model.hub.unwritable", cache.folder().toString(), reason).because(e);
    }
}
