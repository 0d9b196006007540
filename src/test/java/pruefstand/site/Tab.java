package pruefstand.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * A window of the browser that notes what goes wrong in it and what it asks for.
 *
 * @param context its own cookies and caches
 * @param page to work with
 * @param problems messages of the console above information, exceptions and requests that failed
 * @param requests addresses that were asked for
 */
record Tab(BrowserContext context, Page page, List<String> problems, List<String> requests) implements AutoCloseable {

    static final Look WIDE = new Look(1440, false, "de-DE", true);
    static final Look NARROW = new Look(360, false, "de-DE", true);

    static Tab in(com.microsoft.playwright.Browser browser, Look look) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), 900).setLocale(look.locale()).setJavaScriptEnabled(look.scripts())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        Tab tab = new Tab(context, context.newPage(), new ArrayList<>(), new ArrayList<>());
        tab.listen();
        return tab;
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                problems.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(problems::add);
        page.onRequestFailed(request -> problems.add("failed: " + request.url()));
        page.onRequest(request -> requests.add(request.url()));
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * How the browser is set.
     *
     * @param width of the window in pixels of CSS
     * @param dark whether a dark page is preferred
     * @param locale what the reader reads
     * @param scripts whether scripts run
     */
    record Look(int width, boolean dark, String locale, boolean scripts) {

        Look inTheDark() {
            return new Look(width, true, locale, scripts);
        }

        Look withoutScripts() {
            return new Look(width, dark, locale, false);
        }
    }
}
