package io.plimsoll.jobs.feed;

import java.util.concurrent.TimeUnit;

/** Time as it passes here; tests have one of their own. */
interface Stopwatch {

  Stopwatch REAL =
      new Stopwatch() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Only differences mean something. */
  long nanos();

  void sleep(long nanos) throws InterruptedException;
}
