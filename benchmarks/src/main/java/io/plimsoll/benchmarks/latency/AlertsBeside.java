package io.plimsoll.benchmarks.latency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The one that the alerts' job tells, on this machine: it answers at once, or never. */
final class AlertsBeside implements AutoCloseable {

  private static final int OK = 200;
  private static final long NO_BODY = -1;

  /** Any that is long enough: nobody looks at what it signs. */
  private static final byte[] SECRET = new byte[32];

  private final HttpServer receiver;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path routes;
  private final AtomicLong asked = new AtomicLong();
  private volatile boolean hangs;

  /**
   * Starts one, and writes how it is to be told of every account.
   *
   * @param directory for that
   */
  AlertsBeside(Path directory) throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::handle);
    receiver.setExecutor(threads);
    receiver.start();
    Files.createDirectories(directory);
    Path secret = directory.resolve("webhook.secret");
    Files.writeString(secret, "whsec_" + Base64.getEncoder().encodeToString(SECRET));
    routes = directory.resolve("alerts.yaml");
    Files.writeString(
        routes,
        """
        notifiers:
          hook:
            kind: WEBHOOK
            url: http://localhost:%d/hook
            secretFile: %s
            allowPrivate: true
            perMinute: 6000
        routes:
          all: {accounts: ["*"], from: MARGIN_CALL, window: 10s, notifiers: [hook]}
        """
            .formatted(receiver.getAddress().getPort(), secret));
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] unused = exchange.getRequestBody().readAllBytes();
    asked.incrementAndGet();
    if (!hangs) {
      exchange.sendResponseHeaders(OK, NO_BODY);
      exchange.close();
    }
  }

  /** Answers nobody any more. */
  void hang() {
    hangs = true;
  }

  /** Requests so far. */
  long asked() {
    return asked.get();
  }

  /** The file of routes. */
  Path routes() {
    return routes;
  }

  @Override
  public void close() {
    receiver.stop(0);
    threads.shutdownNow();
  }
}
