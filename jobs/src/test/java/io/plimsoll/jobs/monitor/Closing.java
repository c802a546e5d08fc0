package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.jobs.wire.WireFormat;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Settings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A last record for every partition, so that a monitor without an end applies what a case ends with
 * and nothing after it: the records' own instant stays open.
 *
 * @param instant of the records, epoch milliseconds
 */
record Closing(long instant) {

  /** The least that lets everything up to an instant be applied. */
  static Closing at(long last, Duration lateness) {
    return new Closing(last + lateness.toMillis() + 1);
  }

  void write(TopicClient topics, String prefix, Map<String, Integer> partitions, WireFormat format)
      throws Exception {
    for (MarketEvent event : events()) {
      InputRecord record = InputRecord.of(event);
      String kind = record.kind().name().toLowerCase(Locale.ROOT);
      byte[] value =
          format.encoder(prefix + kind, record.value().getSchema()).encode(record.value());
      for (int partition = 0; partition < partitions.get(kind); partition++) {
        topics.write(
            new ProducerRecord<>(
                prefix + kind, partition, record.key().getBytes(StandardCharsets.UTF_8), value));
      }
    }
  }

  private List<MarketEvent> events() {
    Origin origin = new Origin("closing", 0, "");
    return List.of(
        new Quote(origin, instant, "ETH", "closing", 1, 0, Origin.NO_SEQUENCE),
        new IndexReading(origin, instant, "ETH", Double.NaN, 1),
        new VenueReading(origin, instant, "closing", Double.NaN, VenueStatus.UP),
        new SettingsUpdate(origin, instant, instant, "closing", Settings.DEFAULTS),
        new PositionUpdate(
            origin,
            instant,
            instant,
            "closing",
            "",
            "ETH",
            Kind.COLLATERAL,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            Origin.NO_SEQUENCE));
  }
}
