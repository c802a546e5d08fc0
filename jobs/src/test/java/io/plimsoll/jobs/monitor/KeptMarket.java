package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.feed.Feed;
import io.plimsoll.jobs.feed.Heartbeats;
import io.plimsoll.jobs.feed.Speed;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.risk.parameters.RiskParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;

/**
 * The market of a release in the topics of a broker: what stood there when its savepoints were
 * taken, at the same offsets, then what came after. The names of the topics are in the savepoints.
 *
 * <p>The first part ends with rows that nobody has applied yet, since no row has come to the
 * partitions of the indices that lets their instants be over.
 */
final class KeptMarket {

  private static final Map<String, Integer> INPUTS =
      Map.of("quotes", 3, "indices", 2, "stress", 1, "accounts", 2, "positions", 3);

  private static final List<String> OUTPUTS = List.of("margin-events", "asset-states", "refused");

  private final KeptRelease release;
  private final LocalBroker broker;
  private final RiskParameters parameters;
  private final List<InputRecord> records;

  /** Makes its topics. */
  KeptMarket(KeptRelease release, LocalBroker broker) throws Exception {
    this.release = release;
    this.broker = broker;
    this.parameters = ParameterFile.load(parametersFile());
    this.records = new ArrayList<>();
    try (PlayedFiles rows = new PlayedFiles(DataDirectory.open(release.market()), parameters)) {
      new Feed(Speed.MAX, Heartbeats.none(), records::add, progress -> {}).run(rows);
    }
    for (Map.Entry<String, Integer> input : INPUTS.entrySet()) {
      broker.create(release.topicPrefix() + input.getKey(), input.getValue());
    }
  }

  private Path parametersFile() {
    return release.market().resolve("parameters.yaml");
  }

  RiskParameters parameters() {
    return parameters;
  }

  /** The first record of an instant after another; those before it are a prefix of each file. */
  private int firstAfter(long instant) {
    for (int i = 0; i < records.size(); i++) {
      if (CutMarket.time(records.get(i)) > instant) {
        return i;
      }
    }
    throw new IllegalStateException(release + ": nothing comes after the cut");
  }

  /** What a savepoint has read: nothing moves time on after the heartbeat. */
  void feedFirstPart() throws Exception {
    int applied = firstAfter(release.applied());
    List<InputRecord> open = records.subList(applied, firstAfter(release.read()));
    long upTo = release.applied();
    write(
        writer -> {
          records.subList(0, applied).forEach(writer::send);
          writer.heartbeat(upTo);
          open.forEach(writer::send);
        });
  }

  /** What comes after it, and a heartbeat of the last instant. */
  void feedRest() throws Exception {
    List<InputRecord> rest = records.subList(firstAfter(release.read()), records.size());
    long last = rest.stream().mapToLong(CutMarket::time).max().orElseThrow();
    write(
        writer -> {
          rest.forEach(writer::send);
          writer.heartbeat(last);
        });
  }

  private void write(Consumer<RecordWriter> part) {
    TopicSettings topics = TopicSettings.of(Configuration.fromMap(inputs()));
    Map<String, Integer> partitions = new TreeMap<>();
    INPUTS.forEach((input, count) -> partitions.put(release.topicPrefix() + input, count));
    try (RecordWriter writer =
        new RecordWriter(topics.brokers(), topics.inputs(), partitions, topics.format())) {
      part.accept(writer);
      writer.flush();
    }
  }

  /** How many rows of a kind a savepoint has read. */
  long rowsOfFirstPart(RowKind kind) throws Exception {
    return records.subList(0, firstAfter(release.read())).stream()
        .filter(record -> record.kind() == kind)
        .count();
  }

  /** Where each partition of the inputs ends by now, without the prefix of the topics. */
  Map<String, Long> ends() throws Exception {
    Map<String, Long> ends = new TreeMap<>();
    broker
        .ends(topics())
        .forEach((partition, end) -> ends.put(release.partition(partition.toString()), end));
    return ends;
  }

  /** Whether a group has committed all that stands in the inputs by now. */
  boolean isRead(String group) throws Exception {
    return broker.committed(group).equals(broker.ends(topics()));
  }

  private List<String> topics() {
    return INPUTS.keySet().stream().map(input -> release.topicPrefix() + input).toList();
  }

  /** Options of a monitor that goes by heartbeats alone, with outputs and a group of its own. */
  Map<String, String> options(String run, Delivery delivery) throws Exception {
    Map<String, String> options = inputs();
    options.put(MonitorOptions.PARAMETERS.key(), parametersFile().toString());
    options.put(MonitorOptions.GROUP.key(), release.topicPrefix() + run);
    options.put(MonitorOptions.IDLE_AFTER.key(), "0 s");
    options.put(MonitorOptions.DELIVERY.key(), delivery.toString());
    // As whoever goes on from a savepoint has it: transactions of before are found by it.
    options.put(MonitorOptions.TRANSACTIONS.key(), release.topicPrefix() + "monitor");
    for (String output : OUTPUTS) {
      String topic = release.topicPrefix() + run + '-' + output;
      broker.create(topic, 2);
      options.put("plimsoll.topics." + output, topic);
    }
    return options;
  }

  private Map<String, String> inputs() {
    Map<String, String> options = new TreeMap<>();
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    INPUTS
        .keySet()
        .forEach(input -> options.put("plimsoll.topics." + input, release.topicPrefix() + input));
    return options;
  }
}
