package pruefstand.site;

import com.deque.html.axecore.playwright.AxeBuilder;
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
public record Tab(BrowserContext context, Page page, List<String> problems, List<String> requests) implements AutoCloseable {

    public static final Look WIDE = new Look(1440, false, "de-DE", true);
    public static final Look NARROW = new Look(360, false, "de-DE", true);

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

    /** What axe finds wrong with the page as it is, with up to three places each. */
    public List<String> complaints() {
        return new AxeBuilder(page).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList()).toList();
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
    public record Look(int width, boolean dark, String locale, boolean scripts) {

        public Look inTheDark() {
            return new Look(width, true, locale, scripts);
        }

        public Look withoutScripts() {
            return new Look(width, dark, locale, false);
        }
    }
}
