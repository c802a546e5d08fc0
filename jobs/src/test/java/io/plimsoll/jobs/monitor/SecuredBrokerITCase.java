package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.monitor.SecuredBroker.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands against a broker that asks who they are and refuses what is not allowed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecuredBrokerITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SHORT = "plimsoll.kafka.start-timeout=5s";
  private static final String EXACTLY_ONCE = "monitor, exactly once: these as well";
  private static final String CREATE = "feed, with --create-topics: these as well";

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
    assertDone(commands.feedCreating());
  }

  @AfterAll
  static void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
  }

  private static Admin admin() {
    return broker.open().admin();
  }

  @BeforeEach
  void allRights() throws Exception {
    AccessList.set(broker.open(), AccessList.all());
  }

  private static void assertDone(CommandLineRun run) {
    assertThat(run.err()).as("stderr of " + run).noneMatch(line -> line.startsWith("plimsoll "));
    assertThat(run.code()).isZero();
  }

  private static void assertRefused(CommandLineRun run, String... parts) {
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll ").contains(parts);
    assertThat(run.err().get(0)).doesNotContain("the-").doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void exactlyTheRightsOfTheListAreEnough() throws Exception {
    List<AclBinding> least = new ArrayList<>(AccessList.under("monitor"));
    least.addAll(AccessList.under("feed"));
    least.addAll(AccessList.under("events"));
    AccessList.set(broker.open(), least);
    CommandLineRun once = commands.monitor("-D", "execution.checkpointing.interval=200ms");
    CommandLineRun events = commands.events("--json");
    least.addAll(AccessList.under(EXACTLY_ONCE));
    AccessList.set(broker.open(), least);
    CommandLineRun exactly =
        commands.monitor(
            "--delivery", "exactly-once", "-D", "execution.checkpointing.interval=200ms");
    CommandLineRun eventsOfBoth = commands.events("--json");

    assertDone(once);
    assertDone(exactly);
    assertThat(events.out()).isNotEmpty().allMatch(line -> line.contains("alice"));
    assertThat(eventsOfBoth.out()).hasSize(2 * events.out().size());
  }

  private static void assertNamed(CommandLineRun run, AclBinding missing) {
    String type = missing.pattern().resourceType().name().toLowerCase(Locale.ROOT);
    assertRefused(
        run,
        type.replace('_', ' ') + ' ' + missing.pattern().name(),
        ": no right to " + missing.entry().operation() + " at localhost:",
        "docs/security.md");
  }

  private static void without(AclBinding missing) throws Exception {
    List<AclBinding> others = new ArrayList<>(AccessList.all());
    others.remove(missing);
    AccessList.set(broker.open(), others);
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor", EXACTLY_ONCE})
  void whatTheMonitorMayNotDoIsNamed(String heading) throws Exception {
    for (AclBinding missing : AccessList.under(heading)) {
      without(missing);
      assertNamed(
          commands.monitor(
              "--delivery", "exactly-once", "-D", "execution.checkpointing.interval=1s"),
          missing);
    }
  }

  @Test
  void whatTheOthersMayNotDoIsNamed() throws Exception {
    for (AclBinding missing : AccessList.under("events")) {
      without(missing);
      assertNamed(commands.events(), missing);
    }
    for (AclBinding missing : AccessList.under("feed")) {
      without(missing);
      assertNamed(commands.feed(), missing);
    }
    for (AclBinding missing : AccessList.under(CREATE)) {
      deleteTopics();
      without(missing);
      assertNamed(commands.feedCreating(), missing);
    }
    AccessList.set(broker.open(), AccessList.all());
    assertDone(commands.feedCreating());
  }

  @Test
  void whatTheAlertsMayNotDoIsNamed() throws Exception {
    List<String> topics = List.of("alert-receipts", "alert-dead-letters", "alert-digests");
    for (AclBinding missing : AccessList.under("alerts, with --create-topics: these as well")) {
      delete(topics);
      without(missing);
      assertNamed(
          commands.alerts("--create-topics", "--topics", "../flink-conf/topics.yaml"), missing);
    }
    delete(topics);
    for (String topic : topics) {
      broker.open().create(topic, 1);
    }
    for (AclBinding missing : AccessList.under("alerts")) {
      without(missing);
      assertNamed(commands.alerts(), missing);
    }
    for (AclBinding missing : AccessList.under("digest")) {
      without(missing);
      assertNamed(commands.digest("d1"), missing);
    }
    AccessList.set(broker.open(), AccessList.under("digest"));
    assertRefused(commands.digest("d1"), "there is no digest d1 in topic alert-digests");
  }

  private static void deleteTopics() throws Exception {
    delete(admin().listTopics().names().get());
  }

  /** Those of them that there are. */
  private static void delete(Collection<String> topics) throws Exception {
    Set<String> there = new HashSet<>(admin().listTopics().names().get());
    there.retainAll(topics);
    admin().deleteTopics(there).all().get();
    await("topics are gone")
        .atMost(PATIENCE)
        .until(() -> Collections.disjoint(admin().listTopics().names().get(), topics));
  }

  @Test
  void aWrongPasswordOrUserIsOneLineOfEveryCommand() throws Exception {
    for (String user : List.of("monitor", "nobody")) {
      Map<String, String> client = broker.client(user, "the-wrong-password");
      for (List<String> command :
          List.of(commands.monitorArguments(), commands.feedArguments(), List.of("events"))) {
        assertRefused(
            commands.run(Identity.GOOD, client, command.toArray(String[]::new)),
            broker.servers(Identity.GOOD) + ": user or password is wrong");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPIRED  | certificate has expired or does not hold yet (NotAfter: ",
        "FOREIGN  | certificate is of a CA that is not known; allowed are those of ssl.truststore",
        "MISNAMED | certificate is not allowed for this host (No "
      })
  void whatIsWrongWithTheBrokersCertificateIsToldInOneLine(Identity identity, String words)
      throws Exception {
    assertRefused(
        commands.run(
            identity, broker.client("monitor"), commands.monitorArguments().toArray(String[]::new)),
        broker.servers(identity) + ": the broker's",
        words);
  }

  @Test
  void tlsOnOneSideOnlyIsTold() throws Exception {
    String open = broker.open().servers();
    Map<String, String> plain = new TreeMap<>(broker.client("events"));
    plain.put("security.protocol", "SASL_PLAINTEXT");

    assertRefused(
        commands.run(open, broker.client("events"), "events", "-D", SHORT),
        open + ": speaks no TLS, and the client does; allowed is security.protocol PLAINTEXT");
    assertRefused(
        commands.run(Identity.GOOD, plain, "events"),
        broker.servers(Identity.GOOD) + ": speaks TLS, and the client does not");
  }

  @Test
  void aMissingTopicAndABrokerThatIsNotThereAreNamed() throws Exception {
    assertRefused(
        commands.run(
            broker.open().servers(), Map.of(), "events", "-D", "plimsoll.topics.margin-events=no"),
        "topic no: there is none at " + broker.open().servers());
    assertRefused(
        commands.run("localhost:9", broker.client("events"), "events", "-D", SHORT),
        "localhost:9: no broker answers within 5000 ms");
  }
}
