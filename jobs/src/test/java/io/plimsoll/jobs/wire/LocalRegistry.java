package io.plimsoll.jobs.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a schema registry as there is to Confluent's API, in memory, on the loopback. */
public final class LocalRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_ID = 100;

  private final HttpServer server;
  private final List<String> schemas = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();
  private final List<String> subjects = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  /** What the next requests are answered, instead of what was asked for. */
  private final Queue<HttpHandler> instead = new ConcurrentLinkedQueue<>();

  public LocalRegistry() throws IOException {
    this(HttpServer.create());
  }

  /** One on a server that is not bound yet. */
  LocalRegistry(HttpServer server) throws IOException {
    this.server = server;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    context("/schemas/ids/", this::schema);
    context("/subjects/", this::register);
    server.start();
  }

  private void context(String path, HttpHandler usual) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          HttpHandler other = instead.poll();
          (other == null ? usual : other).handle(exchange);
        });
  }

  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  /** How many requests there were. */
  public int asked() {
    return asked.get();
  }

  /** Who said to have sent each of them. */
  public List<String> authorizations() {
    return authorizations;
  }

  /** Answers so many of the next requests with a status and a message of its own. */
  public void answerNext(int times, int status, String message) {
    for (int i = 0; i < times; i++) {
      instead.add(
          exchange -> answer(exchange, status, Map.of("error_code", status, "message", message)));
    }
  }

  /** Answers from now on what it is asked. */
  public void recover() {
    instead.clear();
  }

  /** Begins to answer so many of the next requests, and never ends. */
  void stallNext(int times) {
    for (int i = 0; i < times; i++) {
      instead.add(
          exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
          });
    }
  }

  /** The id of a schema of any type, as if somebody had registered it. */
  synchronized int add(String schema, String type) {
    schemas.add(schema);
    types.add(type);
    return FIRST_ID + schemas.size() - 1;
  }

  List<String> subjects() {
    return subjects;
  }

  private void schema(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int at = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) - FIRST_ID;
    if (at < 0 || at >= schemas.size()) {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    } else {
      answer(exchange, 200, Map.of("schema", schemas.get(at), "schemaType", types.get(at)));
    }
  }

  private synchronized void register(HttpExchange exchange) throws IOException {
    String schema = JSON.readTree(exchange.getRequestBody()).get("schema").asText();
    subjects.add(exchange.getRequestURI().getPath().split("/")[2]);
    if (!schemas.contains(schema)) {
      add(schema, "AVRO");
    }
    answer(exchange, 200, Map.of("id", FIRST_ID + schemas.indexOf(schema)));
  }

  private static void answer(HttpExchange exchange, int code, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
