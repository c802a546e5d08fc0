package io.plimsoll.jobs.backfill;

import java.util.Locale;

/** Where accounts are kept. */
public enum StateBackend {
  /** On disk, for more accounts than memory holds. */
  ROCKSDB,
  /** On the heap. */
  HASHMAP;

  /** Flink's name for it. */
  public String optionValue() {
    return name().toLowerCase(Locale.ROOT);
  }
}
