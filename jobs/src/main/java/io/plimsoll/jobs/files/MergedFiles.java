package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.RowJudge;
import io.plimsoll.jobs.intake.RowPosition;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * All files of a directory as one sequence by event time, with the watermark that goes with it.
 *
 * <p>For one thread. Taking costs a comparison while one file leads, O(log files) when the lead
 * changes; the watermark costs O(files).
 */
final class MergedFiles implements Closeable {

  /** More would not be faster: decoding is done by the processor, not by the disk. */
  private static final int THREADS = 2;

  /** Rows held in all, so that a thousand files do not fill the memory. */
  private static final int ROWS_AHEAD = 1 << 16;

  private static final int MOST_BATCH_ROWS = 2048;
  private static final int LEAST_BATCH_ROWS = 32;
  private static final long SECONDS_TO_STOP = 30;

  private static final Comparator<FileFeed> BY_HEAD =
      Comparator.comparingLong(FileFeed::headInstant);

  private final List<FileFeed> feeds = new ArrayList<>();

  /** Feeds whose next row is not known yet. */
  private final List<FileFeed> waiting = new ArrayList<>();

  private final PriorityQueue<FileFeed> heads = new PriorityQueue<>(BY_HEAD);
  private final ExecutorService executor;
  private final long to;
  private Optional<FileFeed> lead = Optional.empty();

  MergedFiles(
      DataDirectory directory,
      RiskParameters parameters,
      ReadOptions options,
      Map<String, RowPosition> from) {
    to = options.to();
    executor = Executors.newFixedThreadPool(THREADS, daemons());
    int share = ROWS_AHEAD / directory.files().size();
    int batchRows = Math.max(LEAST_BATCH_ROWS, Math.min(MOST_BATCH_ROWS, share));
    for (DataFile file : directory.files()) {
      RowPosition start = from.getOrDefault(file.name(), RowPosition.START);
      feeds.add(
          new FileFeed(
              file,
              new FileDecoder(file, parameters, options, start),
              start,
              options.latenessMs(),
              RowJudge.interval(file.kind(), parameters),
              executor,
              batchRows));
    }
    waiting.addAll(feeds);
  }

  private static java.util.concurrent.ThreadFactory daemons() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "plimsoll-files-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Whether {@link #take} has something to give; if not, it is over or {@link #available} says when
   * to ask again.
   *
   * @throws InputException when a file cannot be read on
   */
  boolean isReady() {
    if (lead.isPresent()) {
      return true;
    }
    waiting.removeIf(this::settled);
    if (!waiting.isEmpty()) {
      return false;
    }
    lead = Optional.ofNullable(heads.poll());
    return lead.isPresent();
  }

  private boolean settled(FileFeed feed) {
    feed.settle();
    if (feed.hasHead()) {
      heads.add(feed);
    }
    return feed.hasHead() || feed.isEnded();
  }

  /** The next in the order of event time; only when {@link #isReady}. */
  Intake take() {
    FileFeed feed = lead.orElseThrow();
    Intake taken = feed.take();
    if (!feed.hasHead()) {
      feed.settle();
    }
    if (!feed.hasHead()) {
      lead = Optional.empty();
      if (!feed.isEnded()) {
        waiting.add(feed);
      }
    } else if (!heads.isEmpty() && BY_HEAD.compare(heads.peek(), feed) < 0) {
      heads.add(feed);
      lead = Optional.empty();
    }
    return taken;
  }

  /** Nothing comes any more. */
  boolean isEnded() {
    return lead.isEmpty() && waiting.isEmpty() && heads.isEmpty();
  }

  /** Done when it is worth asking {@link #isReady} again. */
  CompletableFuture<Void> available() {
    return waiting.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : waiting.get(0).ahead().handle((batch, failure) -> null);
  }

  /** No event at this instant or before comes any more; the least of all longs if none is known. */
  long watermark() {
    long earliest = Long.MAX_VALUE;
    for (FileFeed feed : feeds) {
      earliest = Math.min(earliest, feed.earliest());
    }
    return earliest == Long.MIN_VALUE ? earliest : Math.min(earliest - 1, lastInstant());
  }

  /** The last instant there is, {@code to} if rows after it were cut; once all has ended. */
  long lastInstant() {
    long last = Long.MIN_VALUE;
    for (FileFeed feed : feeds) {
      last = Math.max(last, feed.lastInstant());
    }
    return Math.min(last, to);
  }

  /** How far each file was taken, by name. */
  Map<String, RowPosition> positions() {
    return feeds.stream().collect(Collectors.toMap(FileFeed::name, FileFeed::position));
  }

  @Override
  public void close() throws IOException {
    executor.shutdownNow();
    try {
      // A decoder must not be closed under the thread that reads from it.
      if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    for (FileFeed feed : feeds) {
      feed.close();
    }
  }
}
