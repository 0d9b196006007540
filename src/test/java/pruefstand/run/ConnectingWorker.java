package pruefstand.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import pruefstand.json.Json;

/** Stands in for a worker whose model would like to talk: tells what it can reach before the network is taken from it, and after. */
final class ConnectingWorker {

    private final List<String> told = new ArrayList<>();

    private ConnectingWorker() {
    }

    public static void main(String[] arguments) throws Exception {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        ConnectingWorker worker = new ConnectingWorker();
        worker.run();
        System.out.println(Json.write(new WorkerLine(new WorkerReply.Broken(String.join(", ", worker.told)))));
    }

    private void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress()); ExecutorService older = Executors.newSingleThreadExecutor()) {
            attempt("before", () -> connect(server));
            older.submit(() -> "the thread is there").get();
            told.add("taken " + Network.ofThisProcess().take());
            attempt("connect", () -> connect(server));
            older.submit(() -> attempt("other thread", () -> connect(server))).get();
            attempt("datagram", () -> {
                new DatagramSocket().close();
                return true;
            });
            attempt("listen", () -> {
                new ServerSocket(0).close();
                return true;
            });
            attempt("child", () -> new ProcessBuilder("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort()).start().waitFor() == 0);
        }
    }

    private static boolean connect(ServerSocket server) throws IOException {
        new Socket(server.getInetAddress(), server.getLocalPort()).close();
        return true;
    }

    private boolean attempt(String what, Callable<Boolean> work) {
        boolean reached;
        try {
            reached = work.call();
        } catch (Exception e) {
            reached = false;
        }
        told.add(what + " " + reached);
        return reached;
    }
}
