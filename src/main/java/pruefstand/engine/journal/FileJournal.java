package pruefstand.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.engine.Journal;
import pruefstand.json.Cbor;
import pruefstand.json.JsonException;
import pruefstand.text.Sha256;

/**
 * A journal in a file. It is a convenience: where it cannot be read or written any more, what it would have kept is computed, and its
 * owner's log says so. Not safe for use by several threads at once.
 */
public final class FileJournal implements Journal, AutoCloseable {

    private static final long MOST_BYTES = 1L << 30;
    /** Of what is free when it is opened: the record comes after the journal, and must not find the disk full of it. */
    private static final double MOST_OF_DISK = 0.5;

    private final Frames frames;
    private final long most;
    private boolean reading = true;
    private boolean writing = true;
    private long earlierNanos;

    private FileJournal(Frames frames, long most) {
        this.frames = frames;
        this.most = most;
    }

    /** Opens a file to go on from what it holds; empty where that cannot be. */
    public static Optional<FileJournal> open(JournalFile file) {
        try {
            Frames frames = Frames.open(file.path());
            long free = Files.getFileStore(file.path()).getUsableSpace();
            FileJournal journal = new FileJournal(frames, Math.min(MOST_BYTES, (long) (free * MOST_OF_DISK)));
            journal.begin(file.identity().getBytes(StandardCharsets.UTF_8));
            return Optional.of(journal);
        } catch (IOException e) {
            complain(e);
            return Optional.empty();
        }
    }

    private void begin(byte[] identity) {
        Optional<byte[]> first = next();
        if (first.filter(found -> Arrays.equals(found, identity)).isEmpty()) {
            first.ifPresent(frames::unread);
            write(identity);
        }
    }

    /** How long those answers took, in seconds, that were kept and did not have to be computed. */
    public double earlierSeconds() {
        return earlierNanos / 1e9;
    }

    @Override
    public <T> T answer(String ability, Object question, Class<T> type, Supplier<T> work) {
        byte[] asked = Sha256.of(Cbor.write(new Question(ability, question)));
        Optional<T> known = reading ? known(asked, type) : Optional.empty();
        return known.orElseGet(() -> {
            long start = System.nanoTime();
            T answer = work.get();
            keep(asked, System.nanoTime() - start, answer);
            return answer;
        });
    }

    private <T> Optional<T> known(byte[] asked, Class<T> type) {
        Optional<byte[]> frame = next();
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        try {
            Entry entry = Cbor.read(frame.get(), Entry.class);
            if (Arrays.equals(entry.question(), asked)) {
                T answer = Cbor.read(entry.answer(), type);
                earlierNanos += entry.nanos();
                return Optional.of(answer);
            }
        } catch (JsonException e) {
            complain(e);
        }
        frames.unread(frame.get());
        reading = false;
        return Optional.empty();
    }

    private Optional<byte[]> next() {
        try {
            Optional<byte[]> frame = frames.next();
            reading = frame.isPresent();
            return frame;
        } catch (IOException e) {
            complain(e);
            reading = false;
            return Optional.empty();
        }
    }

    private void keep(byte[] asked, long nanos, Object answer) {
        if (writing) {
            write(Cbor.write(new Entry(asked, nanos, Cbor.write(answer))));
        }
    }

    /** What is there so far stays good where more cannot be written. */
    private void write(byte[] frame) {
        reading = false;
        writing &= frames.size() + frame.length <= most;
        if (!writing) {
            return;
        }
        try {
            frames.append(frame);
        } catch (IOException e) {
            complain(e);
            writing = false;
        }
    }

    private static void complain(Exception e) {
        System.err.println("the journal does not go on: " + e.getMessage());
    }

    @Override
    public void close() {
        try {
            frames.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Question(String ability, Object about) {
    }

    private record Entry(byte[] question, long nanos, byte[] answer) {
    }
}
