package io.plimsoll.jobs.operations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Metrics as a process of Flink's offers them to Prometheus, of values that a test chooses. */
final class Exporter implements AutoCloseable {

  private final Map<String, DoubleSupplier> samples = new ConcurrentSkipListMap<>();
  private final HttpServer server;

  Exporter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          StringBuilder text = new StringBuilder();
          samples.forEach(
              (series, value) ->
                  text.append(series).append(' ').append(value.getAsDouble()).append('\n'));
          byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** From now on a series has a value. */
  void set(String series, double value) {
    samples.put(series, () -> value);
  }

  /** From now on a series grows, from 0, as a counter does. */
  void grow(String series, double perSecond) {
    long start = System.nanoTime();
    samples.put(
        series, () -> perSecond * (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1));
  }

  /** A series ends. */
  void end(String series) {
    samples.remove(series);
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
