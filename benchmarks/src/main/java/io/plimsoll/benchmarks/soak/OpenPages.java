package io.plimsoll.benchmarks.soak;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Pages of a console that read all that they are told, and draw nothing of it. */
final class OpenPages implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final long PATIENCE_MS = 5_000;

  private final Selector selector = Selector.open();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong open = new AtomicLong();
  private final Thread reading = new Thread(this::read, "open-pages");
  private volatile boolean goOn = true;

  /** Opens so many. */
  OpenPages(int port, int pages) throws IOException {
    byte[] request =
        ("GET /api/stream HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < pages; i++) {
      SocketChannel page = SocketChannel.open(new InetSocketAddress("localhost", port));
      ByteBuffer told = ByteBuffer.wrap(request);
      while (told.hasRemaining()) {
        page.write(told);
      }
      page.configureBlocking(false);
      page.register(selector, SelectionKey.OP_READ);
      open.incrementAndGet();
    }
    reading.setDaemon(true);
    reading.start();
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try {
      while (goOn) {
        selector.select(key -> read((SocketChannel) key.channel(), buffer), 1_000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SocketChannel page, ByteBuffer buffer) {
    try {
      buffer.clear();
      int read = page.read(buffer);
      if (read >= 0) {
        bytes.addAndGet(read);
        return;
      }
    } catch (IOException dropped) {
      // as if it had ended
    }
    open.decrementAndGet();
    try {
      page.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that were not dropped. */
  double open() {
    return open.get();
  }

  /** Read by all of them so far. */
  double bytes() {
    return bytes.get();
  }

  @Override
  public void close() throws IOException {
    goOn = false;
    selector.wakeup();
    try {
      reading.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
