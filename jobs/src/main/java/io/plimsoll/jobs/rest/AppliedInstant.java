package io.plimsoll.jobs.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Waits until a job has applied an instant and what it issued by then can be read.
 *
 * <p>First until the watermark of that instant has come to every task that reads from another; then
 * for two checkpoints. A task has applied what came before a checkpoint's barrier, and its sinks
 * flush before they take part: behind the first all is written. Transactions are committed after
 * it, when the job is told that it is complete, and that is before the second. A restart in between
 * starts all over.
 */
public final class AppliedInstant {

  private static final int CHECKPOINTS = 2;

  private final JobManager manager;
  private final String job;
  private final long pollMs;

  /**
   * A wait for one job.
   *
   * @param job its id
   */
  public AppliedInstant(JobManager manager, String job) {
    this(manager, job, 200);
  }

  AppliedInstant(JobManager manager, String job, long pollMs) {
    this.manager = manager;
    this.job = job;
    this.pollMs = pollMs;
  }

  /**
   * Waits for an instant.
   *
   * @param instant epoch milliseconds
   * @param timeout how long at most
   * @param applied told up to which instant all is applied, epoch milliseconds, now and then
   * @throws JobException when the job has ended, or the time is over
   * @throws InterruptedException when it is interrupted
   */
  public void await(long instant, Duration timeout, LongConsumer applied)
      throws InterruptedException {
    Deadline deadline = new Deadline(timeout);
    boolean done = false;
    while (!done) {
      try {
        done = attempt(instant, deadline, applied);
      } catch (JobException e) {
        if (!e.isPassing()) {
          throw e;
        }
        deadline.pause(() -> "cannot be asked for, " + e.getMessage());
      }
    }
  }

  /** False when a restart has come between. */
  private boolean attempt(long instant, Deadline deadline, LongConsumer applied)
      throws InterruptedException {
    long since = reach(instant, deadline, applied);
    for (int i = 0; i < CHECKPOINTS; i++) {
      if (!checkpoint(deadline)) {
        return false;
      }
    }
    return present().runningSince() == since;
  }

  /**
   * Up to which instant all is applied by now, epoch milliseconds; {@link Long#MIN_VALUE} while
   * nothing is, or the job does not run.
   *
   * @throws JobException when nobody answers, or the job has ended
   */
  public long now() {
    RunningJob now = present();
    return now.isRunning() ? leastWatermark(now) : JobManager.NO_WATERMARK;
  }

  /** Since when it has run that has reached the instant. */
  private long reach(long instant, Deadline deadline, LongConsumer applied)
      throws InterruptedException {
    while (true) {
      RunningJob now = present();
      long reached = now.isRunning() ? leastWatermark(now) : JobManager.NO_WATERMARK;
      applied.accept(Math.min(instant, reached));
      if (reached >= instant) {
        return now.runningSince();
      }
      deadline.pause(
          () ->
              "is "
                  + now.state()
                  + " and has applied "
                  + (reached == JobManager.NO_WATERMARK
                      ? "nothing"
                      : "all up to " + Instant.ofEpochMilli(reached))
                  + ", not yet "
                  + Instant.ofEpochMilli(instant));
    }
  }

  private long leastWatermark(RunningJob running) {
    return running.consumers().stream()
        .mapToLong(task -> manager.inputWatermark(job, task))
        .min()
        .orElse(JobManager.NO_WATERMARK);
  }

  /** False when it came to nothing: a job that restarts takes none. */
  private boolean checkpoint(Deadline deadline) throws InterruptedException {
    present();
    String request = manager.triggerCheckpoint(job);
    Optional<Boolean> taken = manager.checkpoint(job, request);
    while (taken.isEmpty()) {
      deadline.pause(() -> "has not completed a checkpoint");
      taken = manager.checkpoint(job, request);
    }
    if (!taken.orElseThrow()) {
      deadline.pause(() -> "cannot complete a checkpoint; its log says why");
    }
    return taken.orElseThrow();
  }

  private RunningJob present() {
    RunningJob now = manager.job(job);
    if (now.hasEnded()) {
      throw new JobException(manager + ": job " + job + " has ended, " + now.state());
    }
    return now;
  }

  /** The end of patience. */
  private final class Deadline {

    private final Duration timeout;
    private final long start = System.nanoTime();

    Deadline(Duration timeout) {
      this.timeout = timeout;
    }

    /** Lets some time pass, or says what it was waited for in vain. */
    void pause(java.util.function.Supplier<String> state) throws InterruptedException {
      if (System.nanoTime() - start > timeout.toNanos()) {
        throw new JobException(
            manager
                + ": after "
                + timeout.toSeconds()
                + " s of waiting job "
                + job
                + ' '
                + state.get());
      }
      TimeUnit.MILLISECONDS.sleep(pollMs);
    }
  }
}
