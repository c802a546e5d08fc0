package io.plimsoll.jobs.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a schema registry as there is to Confluent's API, in memory, on the loopback. */
public final class LocalRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_ID = 100;

  private final HttpServer server;
  private final List<String> schemas = new CopyOnWriteArrayList<>();
  private final List<String> subjects = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  public LocalRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/schemas/ids/", this::schema);
    server.createContext("/subjects/", this::register);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** How many schemas were asked for. */
  int asked() {
    return asked.get();
  }

  List<String> subjects() {
    return subjects;
  }

  private void schema(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String path = exchange.getRequestURI().getPath();
    int at = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) - FIRST_ID;
    if (at < 0 || at >= schemas.size()) {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    } else {
      answer(exchange, 200, Map.of("schema", schemas.get(at)));
    }
  }

  private synchronized void register(HttpExchange exchange) throws IOException {
    String schema = JSON.readTree(exchange.getRequestBody()).get("schema").asText();
    subjects.add(exchange.getRequestURI().getPath().split("/")[2]);
    if (!schemas.contains(schema)) {
      schemas.add(schema);
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
