package io.plimsoll.jobs.feed;

import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.files.PlayedRow;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.market.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays rows as records, each when it is due. Once only. */
public final class Feed {

  /** Rows that are told one by one when they cannot be sent; of the others their number is. */
  static final int TOLD = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final long NANOS_BETWEEN_REPORTS = 500_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Pacer pacer;
  private final Heartbeats heartbeats;
  private final Stopwatch stopwatch;
  private final Consumer<InputRecord> out;
  private final Consumer<FeedProgress> progress;
  private final List<String> firstUnsent = new ArrayList<>();
  private final long start;
  private long reported;
  private long sent;
  private long unsent;
  private long eventTime = FeedResult.NOTHING;

  /**
   * A feed at some speed.
   *
   * @param heartbeats between the records and after the last
   * @param out takes each record
   * @param progress is told how far it has come, twice a second while records are sent
   */
  public Feed(
      Speed speed,
      Heartbeats heartbeats,
      Consumer<InputRecord> out,
      Consumer<FeedProgress> progress) {
    this(speed, Stopwatch.REAL, heartbeats, out, progress);
  }

  Feed(
      Speed speed,
      Stopwatch stopwatch,
      Heartbeats heartbeats,
      Consumer<InputRecord> out,
      Consumer<FeedProgress> progress) {
    this.pacer = new Pacer(speed, stopwatch);
    this.stopwatch = stopwatch;
    this.heartbeats = heartbeats;
    this.out = out;
    this.progress = progress;
    this.start = stopwatch.nanos();
    this.reported = start;
    heartbeats.start(start);
  }

  /**
   * Sends all rows that a record can say.
   *
   * @throws InterruptedException when it is interrupted while it waits
   */
  public FeedResult run(PlayedFiles rows) throws InterruptedException {
    Optional<PlayedRow> next = rows.next();
    while (next.isPresent()) {
      take(next.orElseThrow());
      next = rows.next();
    }
    if (eventTime != FeedResult.NOTHING) {
      heartbeats.end(eventTime);
    }
    report(stopwatch.nanos());
    return new FeedResult(sent, unsent, firstUnsent, eventTime);
  }

  /** Goes on at another speed. For any thread. */
  public void go(Speed speed) {
    pacer.change(speed);
  }

  /**
   * Event time that has passed by the speed, epoch milliseconds, whatever is sent of it. Of no
   * meaning before the first row. For any thread.
   */
  public long reached() {
    return pacer.reached();
  }

  private void take(PlayedRow row) throws InterruptedException {
    if (row.isInTime()) {
      await(row.judged().instant());
      eventTime = Math.max(eventTime, row.judged().instant());
    }
    if (row.said().isPresent()) {
      out.accept(InputRecord.of(row.said().orElseThrow()));
      sent++;
    } else if (row.judged() instanceof Refusal refusal) {
      keepBack(refusal);
    }
    long now = stopwatch.nanos();
    if (now - reported >= NANOS_BETWEEN_REPORTS) {
      report(now);
    }
  }

  private void await(long instant) throws InterruptedException {
    long wait = pacer.nanosUntil(instant);
    long untilHeartbeat = heartbeats.nanosUntilNext(stopwatch.nanos());
    while (wait > 0 || untilHeartbeat <= 0) {
      if (untilHeartbeat <= 0) {
        heartbeats.before(instant, pacer.reached(), stopwatch.nanos());
      } else {
        stopwatch.sleep(Math.min(wait, untilHeartbeat));
      }
      wait = pacer.nanosUntil(instant);
      untilHeartbeat = heartbeats.nanosUntilNext(stopwatch.nanos());
    }
  }

  private void keepBack(Refusal refusal) {
    unsent++;
    String told =
        refusal.origin().place() + ", line " + refusal.origin().line() + ": " + refusal.detail();
    LOG.warn("not sent, no record can say it: {}: {}", told, refusal.origin().record());
    if (firstUnsent.size() < TOLD) {
      firstUnsent.add(told);
    }
  }

  private void report(long now) {
    reported = now;
    progress.accept(new FeedProgress(sent, eventTime, (now - start) / NANOS_PER_SECOND));
  }
}
