package io.plimsoll.benchmarks.trigger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Triggers in the order in which they came; eight bytes each. One thread writes. */
public final class TriggerLog {

  private long[] triggers = new long[1024];
  private int size;

  public void add(long trigger) {
    if (size == triggers.length) {
      triggers = Arrays.copyOf(triggers, 2 * size);
    }
    triggers[size++] = trigger;
  }

  public int size() {
    return size;
  }

  /** Those of the first ticks, sorted. */
  public long[] upTo(long ticks) {
    long[] sorted = Arrays.stream(triggers, 0, size).filter(t -> Trigger.tick(t) < ticks).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many are of ticks from the first on, before the end. */
  public long count(long first, long end) {
    return Arrays.stream(triggers, 0, size)
        .map(Trigger::tick)
        .filter(tick -> tick >= first && tick < end)
        .count();
  }

  /** Writes them for another process. */
  public void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < size; i++) {
        out.writeLong(triggers[i]);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TriggerLog read(Path file) throws IOException {
    TriggerLog log = new TriggerLog();
    long count = Files.size(file) / Long.BYTES;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (long i = 0; i < count; i++) {
        log.add(in.readLong());
      }
    }
    return log;
  }
}
