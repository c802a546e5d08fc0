package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.kafka.BrokerException;
import io.plimsoll.jobs.kafka.TopicSource;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.wire.LocalRegistry;
import io.plimsoll.risk.parameters.RiskParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The monitor as a job of a user with a password: what is shown of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecuredMonitorITCase {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PASSWORD = SecuredBroker.USERS.get("monitor");
  private static final String REGISTRY_LOGIN = "monitor:the-registrys-password-2317";

  /** As a request bears it. */
  private static final String REGISTRY_HEADER =
      Base64.getEncoder().encodeToString(REGISTRY_LOGIN.getBytes(StandardCharsets.UTF_8));

  private static final List<String> SECRETS =
      List.of(PASSWORD, Certificates.PASSWORD, REGISTRY_LOGIN.split(":", 2)[1], REGISTRY_HEADER);

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private static Path directory;

  private static SecuredBroker broker;
  private static SecuredCommands commands;

  @BeforeAll
  static void start() throws Exception {
    broker = new SecuredBroker(directory);
    commands = new SecuredCommands(directory, broker);
    AccessList.set(broker.open(), AccessList.all());
    CommandLineRun feed = commands.feedCreating();
    assertThat(feed.code()).as(feed.toString()).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
  }

  private static Configuration options(Path secrets) {
    Map<String, String> options = new TreeMap<>();
    options.put(MonitorOptions.PARAMETERS.key(), commands.parameters());
    options.put(MonitorOptions.SERVERS.key(), broker.servers(SecuredBroker.Identity.GOOD));
    options.put(MonitorOptions.CLIENT_FILE.key(), secrets.toString());
    return Configuration.fromMap(options);
  }

  private static StreamExecutionEnvironment environment() {
    return LocalFlink.environment(
        2,
        StateBackend.HASHMAP,
        Map.of("restart-strategy.type", "none", "execution.checkpointing.interval", "200ms"));
  }

  private static void cancel(JobClient job) throws Exception {
    job.cancel().get();
    await("the end").atMost(PATIENCE).until(() -> job.getJobStatus().get() == JobStatus.CANCELED);
  }

  private static void define(StreamExecutionEnvironment env, MonitorSettings settings)
      throws Exception {
    RiskParameters parameters = ParameterFile.load(settings.parameters());
    MonitorGraph.define(
        env,
        TopicSource.of(settings.inputs(), settings.range(), parameters, settings.read()),
        1,
        settings.idleAfter(),
        settings.history().until(),
        parameters,
        settings.watch(),
        settings.sinks(),
        settings.outputs());
  }

  private static void assertNoSecret(String text) {
    assertThat(SECRETS).noneMatch(text::contains);
  }

  private static String bytes(Object value) throws Exception {
    return latin(InstantiationUtil.serializeObject(value));
  }

  @Test
  void noSecretIsInTheGraphThatIsStoredAndSent() throws Exception {
    Path secrets = commands.secrets(broker.client("monitor"));
    StreamExecutionEnvironment env = environment();
    define(env, MonitorSettings.of(options(secrets)));
    StreamGraph graph = env.getStreamGraph(false);
    String job = bytes(graph.getJobGraph());

    assertNoSecret(bytes(graph));
    assertNoSecret(job);
    assertThat(job).contains("${file:" + secrets + ":sasl.jaas.config}");
  }

  @Test
  void noSecretIsInTheLogsOrInWhatTheWebInterfaceAnswers() throws Exception {
    MonitorSettings settings =
        MonitorSettings.of(options(commands.secrets(broker.client("monitor"))));
    try (LogCapture log = new LogCapture(SECRETS)) {
      JobClient job =
          MonitorJob.start(environment(), settings, ParameterFile.load(settings.parameters()));
      WebAnswers web =
          new WebAnswers(CLUSTER.getClientConfiguration(), job.getJobID().toHexString());
      await("the job").atMost(PATIENCE).until(() -> web.ofJob("").contains("\"RUNNING\""));
      await("a checkpoint")
          .atMost(PATIENCE)
          .until(() -> web.ofJob("/checkpoints").contains("\"status\":\"COMPLETED\""));
      List<String> answers = web.all();
      cancel(job);

      assertThat(answers).hasSizeGreaterThan(12);
      answers.forEach(SecuredMonitorITCase::assertNoSecret);
      assertThat(log.ofKafka()).as("messages of Kafka's clients at DEBUG").isPositive();
      assertThat(log.found()).isEmpty();
    }
  }

  /** The records of another wire format among them are refused, as is an asset that is unknown. */
  @Test
  void noSecretIsInWhatIsIssuedOrRefusedOrAnswered() throws Exception {
    try (LocalRegistry registry = new LocalRegistry()) {
      Map<String, String> wire =
          Map.of(
              MonitorOptions.WIRE.key(),
              "confluent",
              MonitorOptions.REGISTRY.key(),
              registry.url(),
              MonitorOptions.REGISTRY_CREDENTIALS.key(),
              registryCredentials().toString());
      assertThat(feed(wire).code()).isZero();
      Configuration options = options(commands.secrets(broker.client("monitor")));
      wire.forEach(options::setString);
      options.set(MonitorOptions.IDLE_AFTER, Duration.ZERO); // however slow the machine is
      MonitorSettings settings = MonitorSettings.of(options);

      JobClient job =
          MonitorJob.start(environment(), settings, ParameterFile.load(settings.parameters()));
      await("what is issued and refused")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
                assertThat(written(settings.outputs().refused()))
                    .hasSizeGreaterThan((int) SecuredCommands.RECORDS);
                assertThat(written(settings.outputs().marginEvents())).isNotEmpty();
              });
      List<String> seen =
          new WebAnswers(CLUSTER.getClientConfiguration(), job.getJobID().toHexString()).all();
      cancel(job);
      seen.addAll(written(settings.outputs().marginEvents()));
      seen.addAll(written(settings.outputs().assetStates()));
      seen.addAll(written(settings.outputs().refused()));

      assertThat(registry.authorizations()).containsOnly("Basic " + REGISTRY_HEADER);
      seen.forEach(SecuredMonitorITCase::assertNoSecret);
    }
  }

  private static Path registryCredentials() throws Exception {
    String[] login = REGISTRY_LOGIN.split(":", 2);
    return Files.write(
        directory.resolve("registry.properties"),
        List.of("username=" + login[0], "password=" + login[1]));
  }

  private static CommandLineRun feed(Map<String, String> options) throws Exception {
    List<String> arguments = new ArrayList<>(commands.feedArguments());
    options.forEach((key, value) -> arguments.addAll(List.of("-D", key + '=' + value)));
    return commands.run(
        SecuredBroker.Identity.GOOD, broker.client("feed"), arguments.toArray(String[]::new));
  }

  /** Key and value of all records of a topic, a character a byte. */
  private static List<String> written(String topic) {
    List<String> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        new TopicClient(broker.open().servers()).read(topic)) {
      records.add(latin(record.key()) + latin(record.value()));
    }
    return records;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aFileThatIsNotThereWhereATaskRunsIsNamed() throws Exception {
    Path secrets = commands.secrets(broker.client("monitor"));
    StreamExecutionEnvironment env = environment();
    define(env, MonitorSettings.of(options(secrets)));
    Files.delete(secrets);

    assertThatThrownBy(() -> env.executeAsync().getJobExecutionResult().get())
        .satisfies(
            e ->
                assertThat(BrokerException.messageIn(e))
                    .hasValue("Could not read properties from file " + secrets));
  }

  @Test
  void aCheckpointDirectoryThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.createFile(directory.resolve("a-file"));
    CommandLineRun run =
        commands.monitor("-D", "execution.checkpointing.dir=" + file.resolve("below").toUri());

    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("plimsoll monitor: execution.checkpointing.dir: file:")
        .contains("cannot be written")
        .endsWith("allowed is a directory that this user may write");
    assertThat(run.code()).isEqualTo(2);
  }
}
