package pruefstand.engine.server;

import java.net.URI;

/**
 * Where a server is. The OpenAI-compatible interface usually lies below {@code /v1}, what a server offers beyond it beside that.
 *
 * @param api address of the OpenAI-compatible interface, without a slash at its end
 * @param root address that the server's other paths begin with, without a slash at its end
 */
record ServerAddress(String api, String root) {

    private static final String USUAL = "/v1";

    /** As the registry or the command line names it; an address without a path means the usual one. */
    static ServerAddress of(URI base) {
        String path = String.valueOf(base.getRawPath()).replaceAll("/+$", "");
        String host = base.getScheme() + "://" + base.getRawAuthority();
        String api = host + (path.isEmpty() || path.equals("null") ? USUAL : path);
        return new ServerAddress(api, api.endsWith(USUAL) ? api.substring(0, api.length() - USUAL.length()) : api);
    }

    /** A call of the OpenAI-compatible interface, such as {@code /completions}. */
    URI api(String call) {
        return URI.create(api + call);
    }

    /** A call beside it, such as {@code /tokenize}. */
    URI root(String call) {
        return URI.create(root + call);
    }

    /** For messages. */
    @Override
    public String toString() {
        return api;
    }
}
