package io.plimsoll.jobs.alert.notify;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Something to be notified, on the loopback, that misbehaves at random as servers and networks do.
 * It speaks HTTP by hand, since no server's library would send such answers.
 *
 * <p>By its path it is asked to answer {@code /calm…} always, {@code /gone…} with 410, {@code
 * /dead…} never, and everything else as it pleases.
 */
public final class HostileReceiver implements AutoCloseable {

  /** How it can be. */
  public enum Fault {
    TOO_MANY_REQUESTS,
    SERVER_ERROR,
    REDIRECTION,
    GARBAGE,
    /** The connection is reset before the request was read. */
    RESET_UNREAD,
    /** The connection is reset when the request was read, so that it has arrived. */
    RESET_READ,
    /** No answer, for as long as somebody waits for it. */
    SILENCE,
    /** An answer whose headers come byte by byte and never end. */
    SLOW_DRIP,
    /** 200 with a body that comes byte by byte and never ends. */
    ENDLESS_BODY,
    /** By TLS only: a certificate of somebody else's. */
    FOREIGN_CERTIFICATE
  }

  /**
   * A request that was read.
   *
   * @param acknowledged whether 2xx was answered, or set about to be
   */
  public record Arrival(Receiver.Request request, boolean acknowledged) {}

  private static final int FAULT_PERCENT = 25;

  /** Of so many connections by TLS one is shown a foreign certificate. */
  private static final int CERTIFICATES = 30;

  private static final int DRIP_MS = 50;
  private static final String END = "Content-Length: 0\r\nConnection: close\r\n\r\n";

  private final Random dice;
  private final Deque<Fault> moods = new ArrayDeque<>();
  private final Deque<Boolean> certificates = new ArrayDeque<>();
  private final SSLContext own;
  private final SSLContext foreign;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket plain;
  private final ServerSocket secured;
  private final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger believed = new AtomicInteger();

  /**
   * Starts one.
   *
   * @param seed of its moods
   * @param own what it proves itself by
   * @param foreign what it shows when it misbehaves
   */
  public HostileReceiver(long seed, SSLContext own, SSLContext foreign) throws IOException {
    this.dice = new Random(seed);
    this.own = own;
    this.foreign = foreign;
    plain = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    secured = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(() -> accept(plain, false));
    threads.execute(() -> accept(secured, true));
  }

  public String url() {
    return "http://localhost:" + plain.getLocalPort();
  }

  public String securedUrl() {
    return "https://localhost:" + secured.getLocalPort();
  }

  /** All requests that were read from some number on. */
  public List<Arrival> arrivals(int from) {
    synchronized (arrivals) {
      return List.copyOf(arrivals.subList(from, arrivals.size()));
    }
  }

  /** How often it has been how. */
  public Map<Fault, Integer> faults() {
    synchronized (faults) {
      return new EnumMap<>(faults);
    }
  }

  /** How often somebody went on with a foreign certificate. */
  public int believed() {
    return believed.get();
  }

  /** Whether nobody is connected. */
  public boolean isIdle() {
    return connections.get() == 0;
  }

  private void accept(ServerSocket server, boolean tls) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket, tls));
      } catch (IOException e) {
        return; // it was closed
      }
    }
  }

  private void serve(Socket socket, boolean tls) {
    try (socket) {
      if (tls) {
        boolean wrongly = dealCertificate();
        if (wrongly) {
          count(Fault.FOREIGN_CERTIFICATE);
        }
        try (Socket wrapped = wrapped(socket, wrongly ? foreign : own)) {
          if (wrongly) {
            believed.incrementAndGet();
          }
          exchange(socket, wrapped);
        }
      } else {
        exchange(socket, socket);
      }
    } catch (IOException e) {
      // Whoever asked has gone; or was made to.
    } finally {
      connections.decrementAndGet();
    }
  }

  /** Whether the next certificate is a foreign one: at random, but not too seldom. */
  private boolean dealCertificate() {
    synchronized (faults) {
      if (certificates.isEmpty()) {
        List<Boolean> all = new ArrayList<>(Collections.nCopies(CERTIFICATES, false));
        all.set(dice.nextInt(CERTIFICATES), true);
        certificates.addAll(all);
      }
      return certificates.remove();
    }
  }

  /** How it is next: at random, but each fault as often as the others. */
  private Optional<Fault> dealMood() {
    synchronized (faults) {
      if (dice.nextInt(100) >= FAULT_PERCENT) {
        return Optional.empty();
      }
      if (moods.isEmpty()) {
        List<Fault> all = new ArrayList<>(List.of(Fault.values()));
        all.remove(Fault.FOREIGN_CERTIFICATE);
        Collections.shuffle(all, dice);
        moods.addAll(all);
      }
      return Optional.of(moods.remove());
    }
  }

  private static Socket wrapped(Socket socket, SSLContext identity) throws IOException {
    SSLSocket wrapped =
        (SSLSocket)
            identity.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
    wrapped.setUseClientMode(false);
    wrapped.startHandshake();
    return wrapped;
  }

  /**
   * One request and its answer.
   *
   * @param wire what is beneath TLS, if there is TLS
   */
  private void exchange(Socket wire, Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String head = head(in);
    String path = head.split(" ", 3)[1];
    if (path.startsWith("/calm")) {
      read(head, in, true);
      write(socket, "HTTP/1.1 200 OK\r\n" + END);
    } else if (path.startsWith("/gone")) {
      read(head, in, false);
      write(socket, "HTTP/1.1 410 Gone\r\n" + END);
    } else if (path.startsWith("/dead")) {
      read(head, in, false);
      hold(socket, in, "");
    } else {
      answer(dealMood(), head, in, wire, socket);
    }
  }

  private void answer(Optional<Fault> mood, String head, InputStream in, Socket wire, Socket socket)
      throws IOException {
    mood.ifPresent(this::count);
    if (!mood.equals(Optional.of(Fault.RESET_UNREAD))) {
      read(head, in, mood.isEmpty() || mood.equals(Optional.of(Fault.ENDLESS_BODY)));
    }
    if (mood.isEmpty()) {
      write(socket, "HTTP/1.1 200 OK\r\n" + END);
      return;
    }
    switch (mood.orElseThrow()) {
      case TOO_MANY_REQUESTS ->
          write(socket, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n" + END);
      case SERVER_ERROR -> write(socket, "HTTP/1.1 500 Internal Server Error\r\n" + END);
      case REDIRECTION ->
          write(socket, "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\n" + END);
      case GARBAGE -> write(socket, "\u0001\u0002 no protocol that is known\r\n\r\n");
      case RESET_UNREAD, RESET_READ -> {
        wire.setSoLinger(true, 0);
        wire.close();
      }
      case SILENCE -> hold(socket, in, "");
      case SLOW_DRIP -> hold(socket, in, "HTTP/1.1 200 OK\r\nX-Slow: ");
      case ENDLESS_BODY -> hold(socket, in, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
      case FOREIGN_CERTIFICATE -> throw new IllegalStateException("that was before the request");
    }
  }

  private void count(Fault fault) {
    synchronized (faults) {
      faults.merge(fault, 1, Integer::sum);
    }
  }

  /** Says something, then a byte now and then; or nothing at all, if it has begun with nothing. */
  private void hold(Socket socket, InputStream in, String beginning) throws IOException {
    write(socket, beginning);
    socket.setSoTimeout(DRIP_MS);
    while (!plain.isClosed()) {
      try {
        if (in.read() < 0) {
          return; // whoever asked waits no longer
        }
      } catch (SocketTimeoutException e) {
        if (!beginning.isEmpty()) {
          write(socket, "x");
        }
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private void read(String head, InputStream in, boolean acknowledged) throws IOException {
    Map<String, List<String>> headers = Receiver.headers();
    for (String line : head.lines().skip(1).filter(line -> !line.isEmpty()).toList()) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].strip(), List.of(parts[1].strip()));
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", List.of("0")).get(0));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    arrivals.add(
        new Arrival(
            new Receiver.Request(
                head.split(" ", 3)[1], headers, new String(body, StandardCharsets.UTF_8)),
            acknowledged));
  }

  @Override
  public void close() throws IOException {
    plain.close();
    secured.close();
    threads.shutdownNow();
  }
}
