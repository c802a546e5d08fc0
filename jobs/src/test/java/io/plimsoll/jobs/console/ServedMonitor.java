package io.plimsoll.jobs.console;

import io.plimsoll.jobs.watch.WatchOptions;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A monitor's console in this process: what it has said is told by the test, and so is each beat.
 */
final class ServedMonitor implements Closeable {

  static final int MOST = 120;

  final LiveMonitor monitor;
  final Pages pages = new Pages(MOST);
  final Frames frames;
  private final ConsoleServer server;

  /** On a port of its own, or on that of one before. */
  ServedMonitor(ToldMonitor told, long windowMs, int port, Optional<String> token)
      throws IOException {
    monitor = new LiveMonitor(told.parameters, windowMs, WatchOptions.FOR_EVER);
    frames =
        new Frames(
            monitor, new Health(List.of(), Optional.empty(), pages::count), "brokers", "plimsoll");
    server =
        new ConsoleServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            monitor,
            pages,
            MOST,
            new Access(token));
  }

  int port() {
    return server.port();
  }

  void beat() throws IOException {
    pages.beat(frames);
  }

  @Override
  public void close() {
    pages.close();
    server.close();
  }
}
