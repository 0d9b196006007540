package pruefstand.serve;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is said of requests that are none: before a language can be known, in both, and without repeating any of it. */
final class BareErrors extends ErrorHandler {

    private static final String TEXT = "Das ist keine Anfrage, die hier verstanden wird.\nThis is no request that is understood here.\n";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", Guard.POLICY);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, TEXT, callback);
        return true;
    }
}
