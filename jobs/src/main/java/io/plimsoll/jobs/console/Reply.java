package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import io.plimsoll.jobs.series.SeriesJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer to one request, with the headers that every answer has. */
final class Reply {

  static final int OK = 200;
  static final int SEE_OTHER = 303;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int MISDIRECTED = 421;
  static final int INTERNAL = 500;
  static final int UNAVAILABLE = 503;

  /** Nothing of anybody else is loaded, nobody else may show it, nothing of it stays anywhere. */
  private static final Map<String, String> SAFE =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-store");

  private final HttpExchange exchange;

  Reply(HttpExchange exchange) {
    this.exchange = exchange;
    SAFE.forEach(exchange.getResponseHeaders()::set);
  }

  /** A further header. */
  Reply with(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
    return this;
  }

  void file(int status, WebFiles.WebFile file) throws IOException {
    send(status, file.type(), file.content().getBytes(StandardCharsets.UTF_8));
  }

  /** What is written as JSON. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  void json(int status, Body body) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = SeriesJson.generator(text)) {
      body.write(json);
    }
    send(status, "application/json; charset=utf-8", text.toByteArray());
  }

  /** A line that says what is wrong. */
  void error(int status, String line) throws IOException {
    json(
        status,
        json -> {
          json.writeStartObject();
          json.writeStringField("error", line);
          json.writeEndObject();
        });
  }

  /** Sends whoever asks to another page. */
  void goTo(String page) throws IOException {
    with("Location", page);
    exchange.sendResponseHeaders(SEE_OTHER, -1);
  }

  /**
   * Begins an answer without an end.
   *
   * @return where it goes; nothing where only the head was asked for
   */
  OutputStream stream(String type) throws IOException {
    with("Content-Type", type);
    boolean head = isHead();
    exchange.sendResponseHeaders(OK, head ? -1 : 0);
    return head ? OutputStream.nullOutputStream() : exchange.getResponseBody();
  }

  boolean isHead() {
    return exchange.getRequestMethod().equals("HEAD");
  }

  private void send(int status, String type, byte[] content) throws IOException {
    with("Content-Type", type);
    exchange.sendResponseHeaders(status, isHead() ? -1 : content.length);
    if (!isHead()) {
      exchange.getResponseBody().write(content);
    }
  }
}
