package io.plimsoll.jobs.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An open page: what it is still to be told stands in a queue, from which the thread of its
 * connection takes. One that does not read finds its queue full, and is dropped.
 */
final class Client {

  /** Frames, one a second, that a page may be behind. */
  private static final int BEHIND = 30;

  private static final byte[] ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(BEHIND);
  private final Runnable drop;
  private volatile boolean dropped;

  /**
   * A page that has heard nothing yet.
   *
   * @param drop interrupts the thread of its connection: that closes a channel on which it writes
   */
  Client(Runnable drop) {
    this.drop = drop;
  }

  /** An event as its bytes: data that are one line. */
  static byte[] event(String name, String data) {
    return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Has it told something.
   *
   * @return false when it is too far behind, and dropped
   */
  boolean tell(byte[] event) {
    if (dropped || !queue.offer(event)) {
      drop();
      return false;
    }
    return true;
  }

  /** Ends it. */
  void drop() {
    dropped = true;
    queue.clear();
    drop.run();
  }

  /** Writes what it is told until it is dropped, or its connection is. */
  void run(OutputStream out) throws IOException, InterruptedException {
    while (!dropped) {
      byte[] event = queue.poll(10, TimeUnit.SECONDS);
      out.write(event == null ? ALIVE : event);
      out.flush();
    }
  }
}
