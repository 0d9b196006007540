package pruefstand.catalogue;

/** Walks over a line, byte by byte, and proves where it can that nothing is wrong with it. */
final class LineScan {

    private final HeaderScan header;
    private final BodyScan bodies = new BodyScan();
    private int body;

    LineScan(LintSettings settings) {
        this.header = new HeaderScan(settings);
    }

    /** Says where a line ends that was started, and whether it is proved; else it must be looked at in full. */
    boolean proves(LineCursor line) {
        body = header.scan(line.bytes(), line.limit(), line.from());
        int end = body < 0 ? BodyScan.UNPROVED : bodies.scan(line.bytes(), line.limit(), body);
        line.end(end < 0 ? line.lineFeed() : end);
        return end >= 0;
    }

    /** That of the line that was proved last. */
    HeaderScan header() {
        return header;
    }

    /** The first byte of the body of that line. */
    int body() {
        return body;
    }
}
