package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.kafka.KafkaStreamsEngine;
import io.plimsoll.benchmarks.scan.ScanEngine;
import io.plimsoll.benchmarks.sql.FlinkSqlEngine;
import io.plimsoll.benchmarks.watch.WatchEngine;
import io.plimsoll.benchmarks.watch.WatchLoopEngine;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The engines that can be measured. */
public enum EngineName {
  WHEEL("Plimsoll's margin watch, RocksDB"),
  WHEEL_HEAP("the same on the heap"),
  WHEEL_JAVA("the same in a plain loop without Flink, accounts in a map: the limit"),
  HOLDERS("the same, judging each holder of what moved, RocksDB"),
  SCAN("Flink's broadcast state pattern: every account at every tick, RocksDB"),
  FLINK_SQL("a continuous query of Flink SQL, RocksDB"),
  KAFKA_STREAMS("Kafka Streams, each holder of what moved, RocksDB"),
  KAFKA_STREAMS_HEAP("the same with its stores in memory");

  /** Both bring a RocksDB of their own under the same package names. */
  private static final String ROCKSDB_OF_FLINK = "frocksdbjni";

  private static final String ROCKSDB_OF_KAFKA = "rocksdbjni";

  private final String description;

  EngineName(String description) {
    this.description = description;
  }

  /** As on the command line. */
  public String optionValue() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  /** Whether it keeps only some accounts ready to be judged. */
  public boolean hasCache() {
    return switch (this) {
      case WHEEL, WHEEL_HEAP, WHEEL_JAVA, HOLDERS -> true;
      case SCAN, FLINK_SQL, KAFKA_STREAMS, KAFKA_STREAMS_HEAP -> false;
    };
  }

  /** The engine itself, whose libraries are loaded now. */
  Engine open() {
    return switch (this) {
      case WHEEL -> WatchEngine.wheel();
      case WHEEL_HEAP -> WatchEngine.wheelOnHeap();
      case WHEEL_JAVA -> new WatchLoopEngine();
      case HOLDERS -> WatchEngine.holders();
      case SCAN -> new ScanEngine();
      case FLINK_SQL -> new FlinkSqlEngine();
      case KAFKA_STREAMS -> KafkaStreamsEngine.persistent();
      case KAFKA_STREAMS_HEAP -> KafkaStreamsEngine.inMemory();
    };
  }

  /** Whether the engine's process may see a library. */
  boolean mayUse(String jar) {
    boolean kafka = optionValue().startsWith("kafka");
    return !jar.startsWith(kafka ? ROCKSDB_OF_FLINK : ROCKSDB_OF_KAFKA);
  }

  /** By its name on the command line. */
  public static Optional<EngineName> find(String option) {
    return Arrays.stream(values()).filter(e -> e.optionValue().equals(option)).findFirst();
  }
}
