package pruefstand.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import pruefstand.json.Json;
import pruefstand.record.RunProgress;
import pruefstand.search.Passage;
import pruefstand.site.LivePage;
import pruefstand.site.LivePage.ProblemKind;
import pruefstand.site.LivePages;
import pruefstand.site.LiveState;
import pruefstand.text.Refusal;

/** The site, live, until it is closed. */
public final class Server implements AutoCloseable {

    private static final long LARGEST_FORM = 300_000;
    private static final int MOST_CONNECTIONS = 512;
    private static final long IDLE_MILLIS = 30_000;

    private final ServeOptions options;
    private final InetAddress address;
    private final Token token = Token.random();
    private final Guard guard;
    private final PrivateFolder folder;
    private final Faults faults;
    private final SearchDesk search;
    private final Editions editions;
    private final LivePages pages;
    private final Answers answers;
    private final LiveFeed feed;
    private final Javalin javalin;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Server(ServeOptions options, InetAddress address) {
        this.options = options;
        this.address = address;
        this.pages = new LivePages(options.site(), this::isServed, ZoneId.systemDefault());
        this.answers = new Answers(pages);
        this.guard = new Guard(OwnNames.of(options.host(), address), token);
        this.folder = PrivateFolder.below(options.cache());
        this.faults = new Faults(options.catalogue());
        this.search = new SearchDesk(folder.folder().resolve("search"), options.models());
        this.editions = new Editions(options.pages(), folder.folder(), Clock.systemUTC(), this::isMeasuring, this::built);
        this.feed = new LiveFeed(language -> Json.write(pages.text(language, state())));
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Listens, and begins to make the pages.
     *
     * @throws Refusal if the host is unknown or nobody may listen at the port
     */
    public static Server start(ServeOptions options) {
        Server server = new Server(options, address(options.host()));
        try {
            server.javalin.start(server.address.getHostAddress(), options.port());
        } catch (JavalinBindException e) {
            server.close();
            throw Refusal.input("serve.port", Integer.toString(options.port()), options.host()).because(e);
        }
        server.editions.start();
        return server;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw Refusal.input("serve.host", host).because(e);
        }
    }

    /** The address to open, with the token in it. */
    public String entrance() {
        return root() + "open?token=" + token.text();
    }

    /** The address of the site, ending in a slash. */
    public String root() {
        String name = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + javalin.port() + "/";
    }

    /** Whether other machines can reach it. */
    public boolean isReachable() {
        return !address.isLoopbackAddress();
    }

    /** Waits until somebody closes it. */
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private LiveState state() {
        Editions.Edition edition = editions.now();
        return new LiveState(RunProgress.read(options.results().getFirst()), edition.number(), edition.built(), edition.building(), edition.trouble(),
                faults.count());
    }

    private boolean isServed(String file) {
        return editions.now().folder().filter(pages -> Files.isRegularFile(pages.resolve(file))).isPresent();
    }

    private boolean isMeasuring() {
        return RunProgress.read(options.results().getFirst()).filter(run -> run.phase() == RunProgress.Phase.RUNNING).isPresent();
    }

    private void built(List<Passage> passages) {
        faults.countAgain();
        try {
            search.lookIn(passages);
        } catch (Refusal | UncheckedIOException e) {
            options.mistakes().accept(e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_FORM;
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new BareErrors());
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
            server.setStopTimeout(0);
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new BareErrors()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.DEFAULT);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        config.router.javaLangErrorHandler((response, error) -> {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
            options.mistakes().accept(error);
        });
        routes(config.routes);
    }

    private void routes(RoutesConfig routes) {
        SiteFiles files = new SiteFiles(() -> editions.now().folder());
        ReviewDesk reviews = new ReviewDesk(options.catalogue(), guard, answers, editions::wake);
        SearchApi finds = new SearchApi(search, answers);
        routes.before(guard);
        routes.get("/open", this::open);
        read(routes, "/{language}/live.html", request -> answers.page(request, new LivePage.Live(state())));
        routes.get("/{language}/live-events", feed);
        read(routes, "/{language}/add.html", reviews::show);
        routes.post("/{language}/add.html", reviews::take);
        read(routes, "/{language}/search.html", request -> finds.page(request, files));
        read(routes, "/api/search", finds::json);
        read(routes, "/*", files);
        routes.exception(Rejection.class, (e, request) -> answers.problem(request, e.status(), e.kind()));
        routes.exception(HttpResponseException.class, (e, request) -> answers.problem(request, e.getStatus(), kind(e.getStatus())));
        routes.exception(EofException.class, (e, request) -> answers.problem(request, HttpStatus.BAD_REQUEST.getCode(), ProblemKind.BAD_REQUEST));
        routes.exception(Exception.class, (e, request) -> {
            options.mistakes().accept(e);
            answers.problem(request, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), ProblemKind.INTERNAL);
        });
    }

    private static void read(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private static ProblemKind kind(int status) {
        return switch (status) {
            case 404 -> ProblemKind.NOT_FOUND;
            case 405 -> ProblemKind.METHOD;
            case 413 -> ProblemKind.TOO_LARGE;
            default -> ProblemKind.BAD_REQUEST;
        };
    }

    private void open(Context request) {
        guard.open(request);
        request.redirect("/", HttpStatus.SEE_OTHER);
    }

    /** Ends everything at once; pages that are being made stay as far as they are. */
    @Override
    public void close() {
        editions.close();
        feed.close();
        javalin.stop();
        search.close();
        folder.close();
        closed.countDown();
    }
}
