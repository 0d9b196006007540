package pruefstand.site.chart;

/** What a mark looks like: the kind of file. Each has about the same area. */
public enum Shape {
    /** 12 bits a weight and more. */
    CIRCLE("M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z"),
    /** About 8 bits. */
    SQUARE("M-4-4H4V4H-4Z"),
    /** 5 or 6 bits. */
    DIAMOND("M0-5.8L5.8 0L0 5.8L-5.8 0Z"),
    /** About 4 bits. */
    TRIANGLE("M0-5.4L5.4 4.4H-5.4Z"),
    /** 3 bits and fewer. */
    WEDGE("M0 5.4L5.4-4.4H-5.4Z"),
    /** Something else than a file of weights. */
    PLUS("M-1.5-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5V-1.5H-1.5Z");

    private final String path;

    Shape(String path) {
        this.path = path;
    }

    /** The outline around the origin, for an SVG path. */
    public String path() {
        return path;
    }

    /** The shape for a number of bits per weight. */
    public static Shape of(double bitsPerWeight) {
        return bitsPerWeight >= 12 ? CIRCLE : bitsPerWeight >= 7 ? SQUARE : bitsPerWeight >= 5.25 ? DIAMOND
                : bitsPerWeight >= 3.5 ? TRIANGLE : WEDGE;
    }
}
