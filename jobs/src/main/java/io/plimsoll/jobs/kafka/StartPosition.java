package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.Timestamps;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Where reading starts when there is no checkpoint to go on from.
 *
 * @param kind which of them
 * @param timestamp of the first record read, by when it was written to its topic; epoch
 *     milliseconds, and only of a TIMESTAMP
 */
public record StartPosition(Kind kind, long timestamp) implements Serializable {

  /** What is allowed, for people. */
  public static final String ALLOWED =
      "earliest, latest, committed, or the time since which records were written, "
          + Timestamps.ALLOWED;

  /** The kinds of positions. */
  public enum Kind {
    EARLIEST,
    LATEST,
    /** What the group has committed; for a partition of which it has nothing, the earliest. */
    COMMITTED,
    TIMESTAMP
  }

  public static final StartPosition EARLIEST = new StartPosition(Kind.EARLIEST, 0);

  /** Reads a position as people write it. */
  public static Optional<StartPosition> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "earliest" -> Optional.of(EARLIEST);
      case "latest" -> Optional.of(new StartPosition(Kind.LATEST, 0));
      case "committed" -> Optional.of(new StartPosition(Kind.COMMITTED, 0));
      default -> {
        OptionalLong time = Timestamps.read(text);
        yield time.isPresent()
            ? Optional.of(new StartPosition(Kind.TIMESTAMP, time.getAsLong()))
            : Optional.empty();
      }
    };
  }

  @SuppressWarnings("deprecation") // of Kafka; the connector has no other
  OffsetsInitializer offsets() {
    return switch (kind) {
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
      case TIMESTAMP -> OffsetsInitializer.timestamp(timestamp);
    };
  }
}
