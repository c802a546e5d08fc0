package io.plimsoll.benchmarks.engine;

import java.lang.management.ManagementFactory;

/** The heap in use, garbage apart. */
public final class Heap {

  private static final int COLLECTIONS = 4;
  private static final long PAUSE_MS = 100;

  private Heap() {}

  /** Bytes used after several collections: one may leave what is only softly or weakly held. */
  public static long used() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MS);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
