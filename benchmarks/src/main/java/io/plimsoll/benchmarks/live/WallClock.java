package io.plimsoll.benchmarks.live;

import java.util.concurrent.TimeUnit;

/** Microseconds since the epoch, which never go back; read once from the machine's clock. */
public final class WallClock {

  private final long epochMicros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
  private final long nanos = System.nanoTime();

  public long micros() {
    return epochMicros + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanos);
  }
}
