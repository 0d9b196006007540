package pruefstand.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Draws a progress bar over one line of a terminal and takes it away when it is done. */
final class BarLine implements ProgressBarConsumer {

    private static final int WIDTH = 100;

    private final PrintStream terminal;

    BarLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public int getMaxRenderedLength() {
        return WIDTH;
    }

    @Override
    public void accept(String rendered) {
        terminal.print("\r" + rendered);
        terminal.flush();
    }

    @Override
    public void close() {
        terminal.print("\r" + " ".repeat(WIDTH) + "\r");
        terminal.flush();
    }
}
