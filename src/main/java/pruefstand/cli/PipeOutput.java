package pruefstand.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Output whose reader may leave before the end, as {@code head} does: that is no error, and nothing more is written then. */
final class PipeOutput extends FilterOutputStream {

    private boolean left;

    PipeOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (left) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!isBrokenPipe(e)) {
                throw e;
            }
            left = true;
        }
    }

    /** Java knows this only from the system's wording, in which every system names the pipe, in German as in English. */
    private static boolean isBrokenPipe(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
