package pruefstand.task;

import java.util.Locale;

/** How a data file is written, apart from how it is packed. */
enum DataFormat {
    JSON_LINES, CSV, TSV, PARQUET, TEXT;

    /** The format that a name promises; the ending of a packed file comes behind it. */
    static DataFormat of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|gzip|zst|zstd)$", "");
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "jsonl", "ndjson", "json" -> JSON_LINES;
            case "csv" -> CSV;
            case "tsv", "tab" -> TSV;
            case "parquet" -> PARQUET;
            default -> TEXT;
        };
    }
}
