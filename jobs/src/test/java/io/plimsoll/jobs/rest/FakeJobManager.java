package io.plimsoll.jobs.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a JobManager's REST API as is asked, with one job, on the loopback. */
final class FakeJobManager implements AutoCloseable {

  static final String JOB = "0123456789abcdef";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Map<String, Object>> overview = new CopyOnWriteArrayList<>();
  private final List<String> checkpoints = new CopyOnWriteArrayList<>();
  private volatile String state = "RUNNING";
  private volatile Iterator<Long> runningSince = List.<Long>of().iterator();
  private volatile Iterator<Long> watermarks = List.<Long>of().iterator();
  private volatile Iterator<Boolean> failures = List.<Boolean>of().iterator();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile long since = 1;
  private volatile long watermark = Long.MIN_VALUE;

  FakeJobManager() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/jobs/overview", exchange -> answer(exchange, Map.of("jobs", overview)));
    server.createContext("/jobs/" + JOB, this::job);
    server.createContext("/jobs/" + JOB + "/vertices/", this::watermarks);
    server.createContext("/jobs/" + JOB + "/checkpoints", this::checkpoint);
    server.start();
  }

  String address() {
    return "localhost:" + server.getAddress().getPort();
  }

  void has(String id, String name, String jobState) {
    overview.add(Map.of("jid", id, "name", name, "state", jobState));
  }

  void state(String told) {
    state = told;
  }

  /** Since when the job has run, answer by answer; then as the last said. */
  void runningSince(Long... told) {
    runningSince = List.of(told).iterator();
  }

  /** The watermark of a subtask, answer by answer; then as the last said. */
  void watermarks(Long... told) {
    watermarks = List.of(told).iterator();
  }

  /** Whether each checkpoint fails; then none. */
  void failures(Boolean... told) {
    failures = List.of(told).iterator();
  }

  /** So many questions for the job are answered with an error. */
  void failToAnswer(int times) {
    unanswered.set(times);
  }

  /** The watermark that stood when each checkpoint was triggered. */
  List<String> checkpoints() {
    return checkpoints;
  }

  private void job(HttpExchange exchange) throws IOException {
    if (unanswered.getAndDecrement() > 0) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    since = runningSince.hasNext() ? runningSince.next() : since;
    List<Map<String, Object>> tasks = new ArrayList<>();
    tasks.add(Map.of("id", "topics", "inputs", List.of()));
    tasks.add(Map.of("id", "watch", "inputs", List.of(Map.of("id", "topics"))));
    answer(
        exchange,
        Map.of(
            "state", state,
            "timestamps", Map.of("RUNNING", since),
            "plan", Map.of("nodes", tasks)));
  }

  /** One subtask is always there already: the least is what counts. */
  private void watermarks(HttpExchange exchange) throws IOException {
    watermark = watermarks.hasNext() ? watermarks.next() : watermark;
    answer(
        exchange,
        List.of(
            Map.of("id", "0.currentInputWatermark", "value", Long.toString(Long.MAX_VALUE)),
            Map.of("id", "1.currentInputWatermark", "value", Long.toString(watermark))));
  }

  private void checkpoint(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      checkpoints.add("at " + watermark);
      answer(exchange, Map.of("request-id", "r" + checkpoints.size()));
    } else {
      boolean failed = failures.hasNext() && failures.next();
      answer(
          exchange,
          Map.of(
              "status",
              Map.of("id", "COMPLETED"),
              "operation",
              failed ? Map.of("failureCause", Map.of("class", "x")) : Map.of()));
    }
  }

  private static void answer(HttpExchange exchange, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
