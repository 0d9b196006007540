package pruefstand.site;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The installed Chromium, started once for all tests: {@code @ExtendWith(Browser.Once.class)} on the class, and a parameter of
 * this type where one is needed. {@code CHROMIUM} names another one than those of the usual places.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    /** Without a sandbox, which containers do not allow, and without anything that it would fetch for itself. */
    private static final List<String> ALONE = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed()).setArgs(ALONE));
    }

    private static Path installed() {
        return Stream.concat(Optional.ofNullable(System.getenv("CHROMIUM")).stream(), USUAL.stream()).map(Path::of)
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium at " + USUAL + "; install it (Debian: apt install chromium)"
                        + " or name one in CHROMIUM"));
    }

    /** A fresh window, without memory of others. */
    Tab open(Tab.Look look) {
        return Tab.in(chromium, look);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** Starts it when the first test asks, and ends it after the last. */
    public static final class Once implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(ExtensionContext.Namespace.create(Browser.class))
                    .getOrComputeIfAbsent(Browser.class, _ -> new Browser(), Browser.class);
        }
    }
}
