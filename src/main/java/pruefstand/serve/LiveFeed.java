package pruefstand.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import pruefstand.site.LivePage.ProblemKind;

/** Tells everybody who watches what goes on, whenever that is something else than before. */
final class LiveFeed implements Handler, AutoCloseable {

    private static final int MOST_WATCHERS = 64;
    private static final long EVERY_MILLIS = 500;
    /** Only writing shows that somebody has gone, whose place others may want. */
    private static final int TICKS_OF_SILENCE = 10;

    private final Function<String, String> texts;
    private final SseHandler events = new SseHandler(this::watch);
    private final Semaphore places = new Semaphore(MOST_WATCHERS);
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor ticking = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("live").factory());

    /**
     * A feed.
     *
     * @param texts what there is to tell in a language, on one line
     */
    LiveFeed(Function<String, String> texts) {
        this.texts = texts;
        ticking.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes in one more.
     *
     * @throws Rejection if there are too many
     */
    @Override
    public void handle(Context request) {
        Languages.ofAddress(request);
        if (!Optional.ofNullable(request.header("Accept")).orElse("").contains("text/event-stream")) {
            throw new Rejection(406, ProblemKind.BAD_REQUEST);
        }
        if (!places.tryAcquire()) {
            throw new Rejection(429, ProblemKind.TOO_MANY);
        }
        boolean begun = false;
        try {
            events.handle(request); // answers, and has the watching begin somewhat later
            begun = true;
        } finally {
            if (!begun) {
                places.release();
            }
        }
    }

    private void watch(SseClient client) {
        Watcher watcher = new Watcher(client, Languages.ofAddress(client.ctx()));
        client.keepAlive();
        watchers.add(watcher);
        client.onClose(() -> {
            if (watchers.remove(watcher)) {
                places.release();
            }
        });
        watcher.tell(texts.apply(watcher.language));
        if (ticking.isShutdown()) {
            client.close();
        }
    }

    private void tick() {
        Map<String, String> told = new ConcurrentHashMap<>();
        watchers.forEach(watcher -> watcher.send(told.computeIfAbsent(watcher.language, texts)));
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        watchers.forEach(watcher -> watcher.client.close());
        sending.shutdownNow();
    }

    /** One who watches. A slow one misses what was said meanwhile, and keeps nobody else waiting. */
    private final class Watcher {

        private final SseClient client;
        private final String language;
        private final AtomicBoolean busy = new AtomicBoolean();
        private String last = "";
        private int silence;

        private Watcher(SseClient client, String language) {
            this.client = client;
            this.language = language;
        }

        private void send(String text) {
            if (busy.compareAndSet(false, true)) {
                sending.execute(() -> {
                    try {
                        tell(text);
                    } finally {
                        busy.set(false);
                    }
                });
            }
        }

        private synchronized void tell(String text) {
            if (!text.equals(last)) {
                last = text;
                silence = 0;
                client.sendData(text);
            } else if (++silence >= TICKS_OF_SILENCE) {
                silence = 0;
                client.sendComment("still here");
            }
        }
    }
}
