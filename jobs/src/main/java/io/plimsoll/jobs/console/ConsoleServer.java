package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.jobs.book.AccountView;
import io.plimsoll.jobs.terminal.BookJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /** Threads beside those of open pages: short questions. */
  private static final int SHORT = 16;

  private static final String EVENTS = "text/event-stream";
  private static final int LONGEST_FORM = 4_096;

  /** A wrong token costs so much time. */
  private static final long WRONG_TOKEN_MS = 1_000;

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
      answerOrSayWhyNot(exchange, new Reply(exchange));
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

  private void answerOrSayWhyNot(HttpExchange exchange, Reply reply)
      throws IOException, InterruptedException {
    try {
      answer(exchange, reply);
    } catch (Query.Refused e) {
      reply.error(Reply.BAD_REQUEST, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} cannot be answered", exchange.getRequestURI().getPath(), e);
      reply.error(Reply.INTERNAL, "it cannot be answered; the console's log says why");
    }
  }

  private void answer(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
    Headers headers = exchange.getRequestHeaders();
    URI asked = exchange.getRequestURI();
    String path = asked.getPath();
    String method = exchange.getRequestMethod();
    if (!access.isHere(headers)) {
      reply.error(Reply.MISDIRECTED, "Host: allowed is localhost, 127.0.0.1 or [::1]");
    } else if (method.equals("POST") && path.equals("/login")) {
      logIn(exchange, reply);
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      reply
          .with("Allow", "GET, HEAD")
          .error(Reply.METHOD_NOT_ALLOWED, "allowed is GET; there is nothing to be changed here");
    } else if (files.at(path).isPresent()) {
      reply.file(Reply.OK, files.at(path).orElseThrow());
    } else if (!access.isAllowed(headers)) {
      if (path.equals("/")) {
        reply.file(Reply.UNAUTHORIZED, files.tokenPage());
      } else {
        reply.error(Reply.UNAUTHORIZED, "the token is missing; it can be said at /");
      }
    } else {
      answer(path, asked.getRawQuery(), reply);
    }
  }

  private void answer(String path, String query, Reply reply)
      throws IOException, InterruptedException {
    switch (path) {
      case "/" -> reply.file(Reply.OK, files.page());
      case "/api/stream" -> stream(reply);
      case "/api/accounts" -> accounts(reply, new Query(query, Set.of("level", "q", "limit")));
      case "/api/account" -> account(reply, new Query(query, Set.of("name")));
      default -> reply.error(Reply.NOT_FOUND, path + ": there is nothing of this name");
    }
  }

  private void stream(Reply reply) throws IOException, InterruptedException {
    if (reply.isHead()) {
      reply.stream(EVENTS).close();
      return;
    }
    Client client = new Client(Thread.currentThread()::interrupt);
    if (!pages.join(client)) {
      reply.error(Reply.UNAVAILABLE, "too many pages are open");
      return;
    }
    try {
      OutputStream out = reply.stream(EVENTS);
      out.write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      client.run(out);
    } finally {
      pages.leave(client);
    }
  }

  private void accounts(Reply reply, Query query) throws IOException {
    AccountList list =
        new AccountList(
            query.level("level"), query.text("q"), query.number("limit", 200, AccountList.MOST));
    reply.json(Reply.OK, json -> monitor.look(at -> list(at, list, json)));
  }

  private static Void list(LiveMonitor monitor, AccountList list, JsonGenerator json)
      throws IOException {
    list.write(json, monitor);
    return null;
  }

  private void account(Reply reply, Query query) throws IOException {
    String name = query.text("name");
    Optional<AccountView> view = monitor.look(at -> at.account(name));
    if (view.isPresent()) {
      reply.json(Reply.OK, json -> BookJson.write(view.orElseThrow(), json));
    } else {
      reply.error(Reply.NOT_FOUND, "nobody of the name " + name);
    }
  }

  /** The form with the token: who has it is let in, and sent to the page. */
  private void logIn(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
    byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM);
    Query query = new Query(new String(form, StandardCharsets.UTF_8), Set.of("token"));
    if (access.isToken(query.text("token").strip())) {
      reply.with("Set-Cookie", access.cookie()).goTo("/");
    } else {
      Thread.sleep(WRONG_TOKEN_MS);
      reply.goTo("/#wrong"); // the part of the page that says so
    }
  }

  /** Answers no more. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
