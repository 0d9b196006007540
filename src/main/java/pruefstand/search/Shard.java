package pruefstand.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import pruefstand.json.Json;

/**
 * A piece of the static index: a script that hands its content to the page, since a page that was opened from a folder may load
 * scripts but read no files. The content is deflated and written in base 64, so that no text of it can end the script.
 *
 * @param name of the piece; its file is {@code search/<name>.js}
 * @param hash another whenever the content is
 * @param content as JSON, made when it is asked for: most pieces are as they were
 */
record Shard(String name, long hash, Supplier<String> content) {

    private static final int LONGEST_NAME = 160;
    private static final HexFormat HEX = HexFormat.of();

    static Shard of(String name, Object content) {
        return ofJson(name, Json.write(content));
    }

    static Shard ofJson(String name, String content) {
        return new Shard(name, IndexShards.hash(content), () -> content);
    }

    /**
     * How a word stands in the name of a piece, whatever letters it has: also on file systems that know no capital letters.
     * {@code site/assets/find.js} does the same.
     */
    static String called(String word) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                name.append(c);
            } else {
                name.append('_').append(HEX.toHexDigits(c));
            }
        }
        return name.toString();
    }

    /** Whether that is short enough for any file system. */
    static boolean canBeCalled(String word) {
        return called(word).length() <= LONGEST_NAME;
    }

    String file() {
        return file(name);
    }

    /** Address of a piece from the site's root. */
    static String file(String name) {
        return "search/" + name + ".js";
    }

    byte[] bytes() {
        return ("searchShard(\"" + name + "\",\"" + Base64.getEncoder().encodeToString(deflated()) + "\")\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] deflated() {
        byte[] text = content.get().getBytes(StandardCharsets.UTF_8);
        byte[] packed = new byte[text.length + text.length / 100 + 64];
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text);
            deflater.finish();
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }
}
