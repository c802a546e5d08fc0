package io.plimsoll.jobs.alert.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Something to be notified, on the loopback, that answers as it is told and remembers all. */
public final class Receiver implements AutoCloseable {

  private static final int UNAVAILABLE = 503;

  /** Never answers. */
  public static final int SILENCE = -1;

  /**
   * A request.
   *
   * @param headers by names in any case
   */
  public record Request(String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile Map<String, String> answered = Map.of();
  private volatile int failing = Integer.MAX_VALUE;

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Headers, yet to be put in. */
  static Map<String, List<String>> headers() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = headers();
    headers.putAll(exchange.getRequestHeaders());
    requests.add(new Request(exchange.getRequestURI().toString(), headers, body));
    if (status == SILENCE) {
      return;
    }
    answered.forEach(exchange.getResponseHeaders()::set);
    boolean fails = requests.size() % failing == 0;
    exchange.sendResponseHeaders(fails ? UNAVAILABLE : status, -1);
    exchange.close();
  }

  public void answer(int withStatus, Map<String, String> headers) {
    status = withStatus;
    answered = headers;
  }

  /** Has one in so many requests fail after it was taken. */
  public void failOneIn(int count) {
    failing = count;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
