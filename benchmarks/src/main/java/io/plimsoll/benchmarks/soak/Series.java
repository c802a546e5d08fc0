package io.plimsoll.benchmarks.soak;

/** What is looked at again and again. */
enum Series {
  QUOTES("quotes sent", "1/s", false, 0),
  OPENED("accounts ever opened", "", false, 0),
  EVENTS("margin events", "1/s", false, 0),
  LAG("event-time lag", "ms", true, 100),
  PENDING("records to be read", "", false, 0),
  TASKMANAGER_HEAP("TaskManager heap after a full collection", "MB", true, 2),
  JOBMANAGER_HEAP("JobManager heap after a full collection", "MB", true, 2),
  RESIDENT("TaskManager memory of the machine", "MB", true, 16),
  CONSOLE_HEAP("console heap after a full collection", "MB", true, 2),
  CONSOLE_RESIDENT("console memory of the machine", "MB", false, 0),
  PAGES("pages open", "", false, 0),
  PAGE_RATE("told to a page", "kB/s", false, 0),
  METASPACE("TaskManager metaspace", "MB", true, 2),
  THREADS("TaskManager threads", "", true, 4),
  ROCKSDB("RocksDB files", "MB", true, 2),
  KEYS("RocksDB keys, estimated", "", true, 100),
  LOCAL("local directory", "MB", true, 4),
  CHECKPOINT("checkpoint", "MB", true, 2),
  CHECKPOINT_TIME("duration of a checkpoint", "ms", false, 0),
  WATCHED("accounts watched", "", true, 100),
  WHEEL("triggers on the wheel", "", true, 100);

  private final String label;
  private final String unit;
  private final boolean judged;
  private final double grain;

  Series(String label, String unit, boolean judged, double grain) {
    this.label = label;
    this.unit = unit;
    this.judged = judged;
    this.grain = grain;
  }

  String label() {
    return unit.isEmpty() ? label : label + ", " + unit;
  }

  /** Whether it must not grow; the others say under what it did not. */
  boolean isJudged() {
    return judged;
  }

  /** A growth of as much or less over the whole time never matters. */
  double grain() {
    return grain;
  }
}
