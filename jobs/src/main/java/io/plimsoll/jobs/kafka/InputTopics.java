package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.AccountSettings;
import io.plimsoll.contract.IndexReading;
import io.plimsoll.contract.PositionUpdate;
import io.plimsoll.contract.Quote;
import io.plimsoll.contract.VenueReading;
import io.plimsoll.jobs.intake.RowKind;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * What is read: topic → kind of its records. Candles have no topic: each is a quote of its close.
 *
 * @param kinds by name of the topic
 */
public record InputTopics(Map<String, RowKind> kinds) implements Serializable {

  public InputTopics {
    kinds = Map.copyOf(kinds);
  }

  /** The names, sorted. */
  public List<String> names() {
    return kinds.keySet().stream().sorted().toList();
  }

  /** The topic of a kind's records; of a candle's, that of quotes. */
  public String topic(RowKind kind) {
    RowKind recorded = kind == RowKind.CANDLES ? RowKind.QUOTES : kind;
    return kinds.entrySet().stream()
        .filter(topic -> topic.getValue() == recorded)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The contract of a kind's records: its fields bear the names of the kind's columns. */
  public static Schema contract(RowKind kind) {
    return switch (kind) {
      case QUOTES -> Quote.getClassSchema();
      case INDICES -> IndexReading.getClassSchema();
      case STRESS -> VenueReading.getClassSchema();
      case ACCOUNTS -> AccountSettings.getClassSchema();
      case POSITIONS -> PositionUpdate.getClassSchema();
      case CANDLES -> throw new IllegalArgumentException("candles have no topic");
    };
  }
}
