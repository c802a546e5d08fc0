package io.plimsoll.jobs.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.AssetState;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.backfill.Backfills;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.options.MonitorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is said of a market, as text that says all of it.
 *
 * @param events margin events
 * @param states asset states
 * @param refusals of rows, in the order of time
 */
record KeptResults(List<String> events, List<String> states, List<Refused> refusals) {

  /**
   * A refused row.
   *
   * @param kind of the row
   * @param reason why
   * @param isOfFirstPart whether it is among the rows that a savepoint has read
   */
  record Refused(String kind, String reason, boolean isOfFirstPart) {}

  /** Of a backfill of the whole. */
  static KeptResults ofBackfill(KeptRelease release, KeptMarket market, Path directory)
      throws Exception {
    Path out = directory.resolve("backfill-" + release.version());
    Backfills.run(release.market(), out, 2, StateBackend.HASHMAP, 0);
    List<Refused> refusals = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.REFUSED))) {
      JsonNode row = new ObjectMapper().readTree(line);
      String kind = row.get("file").asText().replace(".csv", "");
      long header = 1;
      boolean first =
          row.get("line").asLong() - header
              <= market.rowsOfFirstPart(RowKind.valueOf(kind.toUpperCase(Locale.ROOT)));
      refusals.add(new Refused(kind, row.get("reason").asText(), first));
    }
    return new KeptResults(
        EventTexts.ofFile(out.resolve(OutputDirectory.MARGIN_EVENTS)),
        EventTexts.ofFile(out.resolve(OutputDirectory.ASSET_STATES)),
        refusals);
  }

  /** Of a monitor, in the topics that its options name. */
  static KeptResults ofTopics(KeptRelease release, LocalBroker broker, Map<String, String> options)
      throws Exception {
    TopicClient topics = new TopicClient(broker.servers());
    List<String> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.MARGIN_EVENTS.key()))) {
      events.add(EventTexts.of(MarginEvent.getDecoder().decode(record.value())));
    }
    List<String> states = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.ASSET_STATES.key()))) {
      states.add(EventTexts.of(AssetState.getDecoder().decode(record.value())));
    }
    Map<String, Long> offsets = release.offsets();
    List<Refused> refusals = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.REFUSED.key()))) {
      RefusedRecord told = RefusedRecord.getDecoder().decode(record.value());
      String partition = release.partition(told.getPlace());
      refusals.add(
          new Refused(
              partition.replaceAll("-\\d+$", ""),
              told.getReason().toString(),
              told.getLine() < offsets.get(partition)));
    }
    return new KeptResults(events, states, refusals);
  }

  /** What a savepoint has said that has applied all instants up to one, epoch milliseconds. */
  KeptResults upTo(long applied) {
    return only(instant -> instant <= applied, Refused::isOfFirstPart);
  }

  /** What is still to be said after it. */
  KeptResults after(long applied) {
    return only(instant -> instant > applied, row -> !row.isOfFirstPart());
  }

  private KeptResults only(LongPredicate instants, Predicate<Refused> rows) {
    return new KeptResults(
        events.stream().filter(text -> instants.test(EventTexts.instant(text))).toList(),
        states.stream().filter(text -> instants.test(EventTexts.instant(text))).toList(),
        refusals.stream().filter(rows).toList());
  }
}
