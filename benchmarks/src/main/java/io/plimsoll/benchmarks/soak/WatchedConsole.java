package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.live.MeasuredCluster;
import io.plimsoll.jobs.cluster.Role;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** A console beside the monitor, with pages that read. */
final class WatchedConsole implements Closeable {

  private static final double KILOBYTE = 1_000;

  private final Jvm jvm;
  private final OpenPages pages;
  private final Rate bytes = new Rate();

  /**
   * Starts it.
   *
   * @param gcLog where its collections are logged
   * @param count of pages
   */
  WatchedConsole(MeasuredCluster cluster, Path gcLog, int count) throws IOException {
    int port = cluster.startConsole();
    this.jvm = new Jvm(cluster.pid(Role.CONSOLE), gcLog);
    this.pages = new OpenPages(port, count);
  }

  /** Has it collect all of its heap. */
  void collect() throws IOException, InterruptedException {
    jvm.collect();
  }

  /** As {@link Jvm#heapAfterFull}. */
  OptionalDouble heapAfterFull() throws IOException {
    return jvm.heapAfterFull();
  }

  /** Looks. */
  void look(double minute, BiConsumer<Series, OptionalDouble> seen) throws IOException {
    seen.accept(Series.CONSOLE_RESIDENT, jvm.resident());
    double open = pages.open();
    seen.accept(Series.PAGES, OptionalDouble.of(open));
    OptionalDouble rate = bytes.of(minute, OptionalDouble.of(pages.bytes() / KILOBYTE));
    seen.accept(
        Series.PAGE_RATE,
        rate.isPresent() && open > 0
            ? OptionalDouble.of(rate.getAsDouble() / open)
            : OptionalDouble.empty());
  }

  @Override
  public void close() throws IOException {
    pages.close();
    jvm.close();
  }
}
