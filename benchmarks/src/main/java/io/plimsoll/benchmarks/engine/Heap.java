package io.plimsoll.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The heap in use, garbage apart. */
public final class Heap {

  private static final int COLLECTIONS = 4;
  private static final long PAUSE_MS = 100;

  private Heap() {}

  /**
   * Bytes that the last of several collections left: one may leave what is only softly or weakly
   * held. Not what is used now, for other threads may have made garbage since.
   */
  public static long used() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MS);
    }
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP && left != null) {
        used += left.getUsed();
      }
    }
    return used;
  }
}
