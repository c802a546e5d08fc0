package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.jobs.book.AccountView;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.jobs.terminal.BookJson;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the page and what it asks for, by the JDK's own server: GET alone, but for the token's
 * form. Each open page has a thread, which waits for what it is to be told.
 */
final class ConsoleServer implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);

  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;
  private static final int INTERNAL = 500;
  private static final int UNAVAILABLE = 503;

  /** Threads beside those of open pages: short questions. */
  private static final int SHORT = 16;

  private static final int LONGEST_FORM = 4_096;

  /** A wrong token costs so much time. */
  private static final long WRONG_TOKEN_MS = 1_000;

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

  static {
    // Seconds that a request may take to arrive; and no waiting for more to send.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final WebFiles files = new WebFiles();
  private final LiveMonitor monitor;
  private final Pages pages;
  private final Access access;
  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * A server that answers from now on. (One that has not begun to cannot give its port back.)
   *
   * @param most pages that may be open
   * @throws IOException when the address is taken, or is none of this machine
   */
  ConsoleServer(
      InetSocketAddress address, LiveMonitor monitor, Pages pages, int most, Access access)
      throws IOException {
    this.monitor = monitor;
    this.pages = pages;
    this.access = access;
    server = HttpServer.create(address, 0);
    threads =
        new ThreadPoolExecutor(
            0, most + SHORT, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), ConsoleServer::thread);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "console-http");
    thread.setDaemon(true);
    return thread;
  }

  /** The port that it listens on. */
  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) {
    boolean interrupted = false;
    try {
      SAFE.forEach(exchange.getResponseHeaders()::set);
      answerOrSayWhyNot(exchange);
    } catch (IOException e) {
      LOG.debug("a page has gone", e);
    } catch (InterruptedException e) {
      interrupted = true; // it was dropped
    } finally {
      exchange.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void answerOrSayWhyNot(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      answer(exchange);
    } catch (Query.Refused e) {
      error(exchange, BAD_REQUEST, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} cannot be answered", exchange.getRequestURI().getPath(), e);
      error(exchange, INTERNAL, "it cannot be answered; the console's log says why");
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    Headers headers = exchange.getRequestHeaders();
    URI asked = exchange.getRequestURI();
    String path = asked.getPath();
    String method = exchange.getRequestMethod();
    if (!access.isHere(headers)) {
      error(exchange, MISDIRECTED, "Host: allowed is localhost, 127.0.0.1 or [::1]");
    } else if (method.equals("POST") && path.equals("/login")) {
      logIn(exchange);
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      error(exchange, METHOD_NOT_ALLOWED, "allowed is GET; there is nothing to be changed here");
    } else if (files.at(path).isPresent()) {
      file(exchange, OK, files.at(path).orElseThrow());
    } else if (!access.isAllowed(headers)) {
      if (path.equals("/")) {
        file(exchange, UNAUTHORIZED, files.tokenPage());
      } else {
        error(exchange, UNAUTHORIZED, "the token is missing; it can be said at /");
      }
    } else {
      answer(exchange, path, asked.getRawQuery());
    }
  }

  private void answer(HttpExchange exchange, String path, String query)
      throws IOException, InterruptedException {
    switch (path) {
      case "/" -> file(exchange, OK, files.page());
      case "/api/stream" -> stream(exchange);
      case "/api/accounts" -> accounts(exchange, new Query(query, Set.of("level", "q", "limit")));
      case "/api/account" -> account(exchange, new Query(query, Set.of("name")));
      default -> error(exchange, NOT_FOUND, path + ": there is nothing of this name");
    }
  }

  private void stream(HttpExchange exchange) throws IOException, InterruptedException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      send(exchange, OK, "text/event-stream", new byte[0]);
      return;
    }
    Client client = new Client(Thread.currentThread()::interrupt);
    if (!pages.join(client)) {
      error(exchange, UNAVAILABLE, "too many pages are open");
      return;
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(OK, 0);
      OutputStream out = exchange.getResponseBody();
      out.write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      client.run(out);
    } finally {
      pages.leave(client);
    }
  }

  private void accounts(HttpExchange exchange, Query query) throws IOException {
    AccountList list =
        new AccountList(
            query.level("level"), query.text("q"), query.number("limit", 200, AccountList.MOST));
    json(exchange, OK, json -> monitor.look(at -> list(at, list, json)));
  }

  private static Void list(LiveMonitor monitor, AccountList list, JsonGenerator json)
      throws IOException {
    list.write(json, monitor);
    return null;
  }

  private void account(HttpExchange exchange, Query query) throws IOException {
    String name = query.text("name");
    Optional<AccountView> view = monitor.look(at -> at.account(name));
    if (view.isPresent()) {
      json(exchange, OK, json -> BookJson.write(view.orElseThrow(), json));
    } else {
      error(exchange, NOT_FOUND, "nobody of the name " + name);
    }
  }

  /** The form with the token: who has it is let in, and sent to the page. */
  private void logIn(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM);
    Query query = new Query(new String(form, StandardCharsets.UTF_8), Set.of("token"));
    String next = "/";
    if (access.isToken(query.text("token").strip())) {
      exchange.getResponseHeaders().set("Set-Cookie", access.cookie());
    } else {
      Thread.sleep(WRONG_TOKEN_MS);
      next = "/#wrong"; // the part of the page that says so
    }
    exchange.getResponseHeaders().set("Location", next);
    exchange.sendResponseHeaders(SEE_OTHER, -1);
  }

  private static void file(HttpExchange exchange, int status, WebFiles.WebFile file)
      throws IOException {
    send(exchange, status, file.type(), file.content().getBytes(StandardCharsets.UTF_8));
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static void json(HttpExchange exchange, int status, Body body) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = SeriesJson.generator(text)) {
      body.write(json);
    }
    send(exchange, status, "application/json; charset=utf-8", text.toByteArray());
  }

  private static void error(HttpExchange exchange, int status, String line) throws IOException {
    json(
        exchange,
        status,
        json -> {
          json.writeStartObject();
          json.writeStringField("error", line);
          json.writeEndObject();
        });
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
    if (!head) {
      exchange.getResponseBody().write(content);
    }
  }

  /** Answers no more. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
