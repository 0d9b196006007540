package pruefstand.search;

import java.nio.charset.StandardCharsets;
import pruefstand.json.Json;

/**
 * A piece of the static index: a script that hands its content to the page, since a page that was opened from a folder may load
 * scripts but read no files.
 *
 * @param name of the piece; its file is {@code search/<name>.js}
 * @param content as JSON
 */
record Shard(String name, String content) {

    static Shard of(String name, Object content) {
        return new Shard(name, harmless(Json.write(content)));
    }

    /** Text can neither end the script nor a line of it. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    String file() {
        return "search/" + name + ".js";
    }

    byte[] bytes() {
        return ("searchShard(\"" + name + "\"," + content + ")\n").getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return bytes().length;
    }
}
