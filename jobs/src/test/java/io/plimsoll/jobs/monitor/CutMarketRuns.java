package io.plimsoll.jobs.monitor;

import io.plimsoll.contract.MarginEvent;
import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.options.HistoryOptions;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.risk.parameters.RiskParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** A cut market on a real broker, and jobs that watch it, on the mini cluster of the test class. */
@SuppressWarnings("try") // closing may be interrupted
final class CutMarketRuns implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int MAX_BYTES = 64 * 1024;
  private static final int NO_POISON = Integer.MAX_VALUE;

  private final Path directory;
  private final CutMarket market;
  private final RiskParameters parameters;
  private final List<InputRecord> records;
  private final LocalBroker broker;
  private final TopicClient topics;

  CutMarketRuns(Path directory, CutMarket market) throws Exception {
    this.directory = directory;
    this.market = market;
    this.parameters = ParameterFile.load(market.parameters());
    this.records = market.records(parameters);
    this.broker = new LocalBroker(directory);
    this.topics = new TopicClient(broker.servers());
  }

  /** Feeds the market to topics of a prefix, with so many partitions each. */
  void feed(String prefix, Map<String, Integer> partitions) throws Exception {
    for (Map.Entry<String, Integer> input : partitions.entrySet()) {
      broker.create(prefix + input.getKey(), input.getValue());
    }
    topics.feed(records, prefix, new SingleObject(List.of()), NO_POISON, MAX_BYTES);
  }

  long latestTimeBefore(long instant) {
    return records.stream()
        .mapToLong(CutMarket::time)
        .filter(time -> time < instant)
        .max()
        .orElseThrow();
  }

  RiskParameters parameters() {
    return parameters;
  }

  /** Options of a run to the end of the topics of a prefix, with outputs of its own. */
  Map<String, String> options(String name, String prefix) throws Exception {
    Map<String, String> options = new TreeMap<>();
    options.put(MonitorOptions.PARAMETERS.key(), market.parameters().toString());
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    options.put(MonitorOptions.UNTIL.key(), "latest");
    options.put(HistoryOptions.DATA.key(), market.data().toString());
    options.put(HistoryOptions.UNTIL.key(), Long.toString(market.cut()));
    for (ConfigOption<String> input :
        List.of(
            MonitorOptions.QUOTES,
            MonitorOptions.INDICES,
            MonitorOptions.STRESS,
            MonitorOptions.ACCOUNTS,
            MonitorOptions.POSITIONS)) {
      options.put(input.key(), prefix + input.defaultValue());
    }
    for (ConfigOption<String> output :
        List.of(
            MonitorOptions.MARGIN_EVENTS, MonitorOptions.ASSET_STATES, MonitorOptions.REFUSED)) {
      String topic = name + "-" + output.defaultValue();
      broker.create(topic, 2);
      options.put(output.key(), topic);
    }
    return options;
  }

  static MonitorSettings settings(Map<String, String> options) {
    return MonitorSettings.of(Configuration.fromMap(options));
  }

  static StreamExecutionEnvironment environment(int parallelism, Map<String, String> flink) {
    Map<String, String> all = new TreeMap<>(flink);
    all.putIfAbsent("restart-strategy.type", "none"); // what fails is to be seen
    return LocalFlink.environment(parallelism, StateBackend.HASHMAP, all);
  }

  JobClient start(int parallelism, Map<String, String> options, String savepoint) throws Exception {
    return MonitorJob.start(
        environment(parallelism, restoredFrom(savepoint)), settings(options), parameters);
  }

  static void await(JobClient job) throws Exception {
    job.getJobExecutionResult().get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
  }

  private static Map<String, String> restoredFrom(String savepoint) {
    return savepoint.isEmpty() ? Map.of() : Map.of("execution.state-recovery.path", savepoint);
  }

  /** The graph of a run that ends, around a source of the test's. */
  void define(
      StreamExecutionEnvironment env, Source<Intake, ?, ?> source, Map<String, String> options) {
    MonitorSettings settings = settings(options);
    MonitorGraph.define(
        env,
        source,
        env.getParallelism(),
        MonitorGraph.NEVER_IDLE,
        settings.history().until(),
        parameters,
        settings.watch(),
        settings.sinks(),
        settings.outputs());
  }

  Source<Intake, ?, ?> source(Map<String, String> options) {
    return MonitorJob.source(settings(options), parameters);
  }

  /** Runs until so many steps are done, and stops there with a savepoint. */
  String stopAt(long steps, int parallelism, Map<String, String> options, String savepoint)
      throws Exception {
    StreamExecutionEnvironment env = environment(parallelism, restoredFrom(savepoint));
    define(env, HeldSource.of(source(options), steps), options);
    JobClient job = env.executeAsync();
    Awaitility.await("step " + steps)
        .atMost(PATIENCE)
        .until(() -> HeldSource.steps() >= steps || job.getJobStatus().get().isTerminalState());
    return job.stopWithSavepoint(
            false, directory.resolve("savepoints").toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
  }

  List<MarginEvent> written(Map<String, String> options) throws Exception {
    List<MarginEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.MARGIN_EVENTS.key()))) {
      events.add(MarginEvent.getDecoder().decode(record.value()));
    }
    return events;
  }

  List<RefusedRecord> refused(Map<String, String> options) throws Exception {
    List<RefusedRecord> refused = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.REFUSED.key()))) {
      refused.add(RefusedRecord.getDecoder().decode(record.value()));
    }
    return refused;
  }

  @Override
  public void close() throws Exception {
    broker.close();
  }
}
