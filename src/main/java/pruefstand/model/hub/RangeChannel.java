package pruefstand.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pruefstand.text.Refusal;

/** A file behind HTTP, read by ranges (RFC 9110): one megabyte first, then twice as much each time, never the whole. */
final class RangeChannel implements SeekableByteChannel {

    private static final int FIRST = 1 << 20;
    private static final int LARGEST = 1 << 24;
    /** No header is nearly as long: vocabularies of the largest models take some 10 MB. */
    private static final long MOST = 1L << 28;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOTAL = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

    private final String name;
    private final Ranges ranges;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private long pieceAt;
    private long size = -1;
    private long position;
    private int next = FIRST;
    private long fetched;

    RangeChannel(String name, Ranges ranges) {
        this.name = name;
        this.ranges = ranges;
    }

    /** Asks for a part of the file. */
    @FunctionalInterface
    interface Ranges {
        /** @param range as {@code Range} of HTTP has it */
        HttpResponse<InputStream> get(String range);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (position >= size()) {
            return -1;
        }
        if (position < pieceAt || position >= pieceAt + piece.limit()) {
            fetch();
        }
        int from = (int) (position - pieceAt);
        int count = Math.min(to.remaining(), piece.limit() - from);
        to.put(piece.slice(from, count));
        position += count;
        return count;
    }

    private void fetch() throws IOException {
        fetched += next;
        if (fetched > MOST) {
            throw Refusal.input("model.hub.long-header", name, MOST >> 20);
        }
        HttpResponse<InputStream> answer = ranges.get("bytes=" + position + "-" + (position + next - 1));
        try (InputStream in = answer.body(); StallGuard _ = new StallGuard(in, PATIENCE)) {
            Matcher range = TOTAL.matcher(answer.headers().firstValue("Content-Range").orElse(""));
            boolean part = answer.statusCode() == 206 && range.matches() && Long.parseLong(range.group(1)) == position;
            if (!part && (answer.statusCode() != 200 || position > 0)) {
                throw Refusal.missing("model.hub.no-ranges", name);
            }
            size = part ? Long.parseLong(range.group(2)) : answer.headers().firstValueAsLong("Content-Length").orElse(0);
            piece = ByteBuffer.wrap(in.readNBytes((int) Math.min(next, Math.max(0, size - position))));
        }
        if (!piece.hasRemaining()) {
            throw new IOException("nothing came");
        }
        pieceAt = position;
        next = Math.min(LARGEST, 2 * next);
    }

    @Override
    public long size() throws IOException {
        if (size < 0) {
            fetch();
        }
        return size;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        piece = ByteBuffer.allocate(0);
    }
}
