package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Level;
import io.plimsoll.jobs.alert.notify.HostileReceiver;
import io.plimsoll.jobs.alert.notify.HostileReceiver.Arrival;
import io.plimsoll.jobs.alert.notify.HostileReceiver.Fault;
import io.plimsoll.jobs.alert.notify.Receiver;
import io.plimsoll.jobs.alert.notify.StandardWebhooksLibrary;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.operations.InstalledServer;
import io.plimsoll.jobs.operations.PrometheusQueries;
import io.plimsoll.jobs.operations.WatchFiles;
import io.plimsoll.jobs.options.AlertOptions;
import io.plimsoll.jobs.options.MonitorOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand margin events through {@code plimsoll alerts}, a process that is killed three
 * times, to notifiers that misbehave in every way, one that is dead and one that wants nothing; and
 * at the end fifty thousand accounts that fall at once. {@code -Dplimsoll.seed=N} tries another.
 */
class AlertsUnderFireITCase {

  private static final long SEED =
      Long.getLong("plimsoll.seed", new SplittableRandom().nextLong(1L << 32));
  private static final Duration AT_MOST = Duration.ofMinutes(8);
  private static final int ACCOUNTS = 5_000;
  private static final int CROSSINGS_EACH = 20;
  private static final long AFTER_ALL = 1_000;
  private static final int KILLS = 3;
  private static final int FALLEN = 50_000;
  private static final int HANDFUL = 7;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String EVENTS = "fire-margin-events";
  private static final String RECEIPTS = "fire-receipts";
  private static final String DEAD_LETTERS = "fire-dead-letters";
  private static final String DIGESTS = "fire-digests";

  private static final String WEBHOOK_SECRET = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String ROUTING_KEY = "3f9c1e7ab2d84c56917e0d4aa8b1f6c2";
  private static final String SLACK_PATH = "/services/T02K/B0M9/uQ7rXv1LzPe5TnYw";
  private static final List<String> SECRETS =
      List.of(WEBHOOK_SECRET, ROUTING_KEY, SLACK_PATH, "uQ7rXv1LzPe5TnYw");

  /** Of those whom the receiver answers as it pleases. */
  private static final List<String> HOSTILE =
      List.of("hook-desk", "hook-night", "pager", "channel", "oncall");

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  @TempDir private static Path directory;

  private static final int WEB = LocalBroker.freePort();
  private static final int METRICS = LocalBroker.freePort();

  private static final CrossedAccounts ALL = new CrossedAccounts(SEED, ACCOUNTS, CROSSINGS_EACH);
  private static final Tellings DESK = new Tellings("/desk");
  private static final Tellings NIGHT = new Tellings("/night");
  private static final Tellings CRASH = new Tellings("/calm/crash");
  private static final Tellings GONE = new Tellings("/gone");
  private static final List<Arrival> arrivals = new ArrayList<>();

  private static HostileReceiver receiver;
  private static TopicClient topics;
  private static AlertsProcess alerts;

  @BeforeAll
  static void run() throws Exception {
    System.out.println("-Dplimsoll.seed=" + SEED);
    Contract.trust();
    Certificates own = new Certificates(directory, "own");
    receiver =
        new HostileReceiver(
            SEED, identity(own), identity(new Certificates(directory, "somebody-elses")));
    topics = new TopicClient(BROKER.broker().servers());
    for (String topic : List.of(EVENTS, RECEIPTS, DEAD_LETTERS, DIGESTS)) {
      BROKER.broker().create(topic, topic.equals(EVENTS) ? 3 : 1);
    }
    alerts =
        new AlertsProcess(
            directory,
            List.of(
                "-Xmx512m",
                "-Djavax.net.ssl.trustStore=" + trust(own),
                "-Djavax.net.ssl.trustStoreType=JKS"),
            Map.of(
                MonitorOptions.SERVERS.key(),
                BROKER.broker().servers(),
                MonitorOptions.MARGIN_EVENTS.key(),
                EVENTS,
                AlertOptions.RECEIPTS.key(),
                RECEIPTS,
                AlertOptions.DEAD_LETTERS.key(),
                DEAD_LETTERS,
                AlertOptions.DIGESTS.key(),
                DIGESTS,
                AlertOptions.START.key(),
                "earliest",
                AlertOptions.RELOAD.key(),
                "1 s",
                AlertOptions.FILE.key(),
                routes().toString()),
            WEB,
            METRICS);
    SplittableRandom dice = new SplittableRandom(SEED);
    try (CrossingProducer producer = new CrossingProducer(BROKER.broker().servers(), EVENTS)) {
      for (int round = 0; round <= KILLS; round++) {
        alerts.start();
        beginRun();
        int before = arrivals.size();
        ALL.write(round, KILLS + 1, producer);
        if (round < KILLS) {
          // Fewer than a round has if each route tells all of it in one digest.
          int enough = before + dice.nextInt(3, 20);
          await("a checkpoint").atMost(AT_MOST).until(() -> alerts.checkpoint().isPresent());
          await("the moment of a kill").atMost(AT_MOST).until(() -> read() >= enough);
          alerts.kill();
          await("what was under way").atMost(AT_MOST).until(receiver::isIdle);
          read();
        }
      }
      for (int i = 0; i < FALLEN; i++) {
        producer.write("crash-" + i, 1, Level.SAFE, Level.LIQUIDATABLE, false);
      }
      producer.flush();
    }
    await("all that is to be told, seed " + SEED)
        .atMost(AT_MOST)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> read() > 0 && isAllTold());
    await("receipts of it")
        .atMost(AT_MOST)
        .pollInterval(Duration.ofSeconds(1))
        .until(AlertsUnderFireITCase::haveAllReceipts);
  }

  @AfterAll
  static void stop() throws Exception {
    if (alerts != null) {
      alerts.close();
    }
    if (receiver != null) {
      receiver.close();
    }
  }

  private static Path routes() throws IOException {
    Files.writeString(directory.resolve("hook.secret"), "whsec_" + WEBHOOK_SECRET);
    Files.writeString(directory.resolve("pager.secret"), ROUTING_KEY);
    Files.writeString(directory.resolve("slack.secret"), SLACK_PATH);
    String file =
        """
        notifiers:
          hook-desk: {kind: WEBHOOK, url: "TLS/desk", secretFile: DIR/hook.secret, LIMITS}
          hook-night: {kind: WEBHOOK, url: "HTTP/night", secretFile: DIR/hook.secret, LIMITS}
          hook-crash: {kind: WEBHOOK, url: "TLS/calm/crash", secretFile: DIR/hook.secret, LIMITS}
          dead: {kind: WEBHOOK, url: "HTTP/dead", secretFile: DIR/hook.secret, LIMITS}
          gone: {kind: WEBHOOK, url: "HTTP/gone", secretFile: DIR/hook.secret, LIMITS}
          pager: {kind: PAGERDUTY, url: "TLS/v2/enqueue", secretFile: DIR/pager.secret, LIMITS}
          channel: {kind: SLACK, url: "TLS", secretFile: DIR/slack.secret, LIMITS}
          oncall: {kind: ALERTMANAGER, url: "HTTP", LIMITS}
        routes:
          desk:
            accounts: ["account-*"]
            from: MARGIN_CALL
            digestAbove: 20
            window: 2s
            repeat: 1h
            notifiers: [hook-desk]
          night:
            accounts: ["account-*"]
            digestAbove: 20
            window: 3s
            repeat: 1h
            notifiers: [hook-night, pager, channel, oncall]
          nobody: {accounts: ["account-0002*"], window: 2s, notifiers: [dead, gone]}
          crash: {accounts: ["crash-*"], window: 25s, notifiers: [hook-crash]}
        """
            .replace("LIMITS", "allowPrivate: true, timeout: 1s, perMinute: 60000")
            .replace("TLS", receiver.securedUrl())
            .replace("HTTP", receiver.url())
            .replace("DIR", directory.toString());
    return Files.writeString(directory.resolve("alerts.yaml"), file);
  }

  private static SSLContext identity(Certificates authority) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(
        Certificates.load(authority.issue("receiver", "dns:localhost")),
        Certificates.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** A store that needs no password to be read: the web interface shows options of the JVM. */
  private static Path trust(Certificates authority) throws Exception {
    KeyStore from = Certificates.load(authority.truststore());
    KeyStore trust = KeyStore.getInstance("JKS");
    trust.load(null, null);
    String alias = from.aliases().nextElement();
    trust.setCertificateEntry(alias, from.getCertificate(alias));
    Path store = directory.resolve("trust.jks");
    try (OutputStream out = Files.newOutputStream(store)) {
      trust.store(out, Certificates.PASSWORD.toCharArray());
    }
    return store;
  }

  private static List<Tellings> webhooks() {
    return List.of(DESK, NIGHT, CRASH, GONE);
  }

  private static void beginRun() {
    webhooks().forEach(Tellings::beginRun);
  }

  /** Reads what has arrived; says how much that is by now. */
  private static int read() throws IOException {
    for (Arrival arrival : receiver.arrivals(arrivals.size())) {
      arrivals.add(arrival);
      for (Tellings webhook : webhooks()) {
        webhook.add(arrival);
      }
    }
    return arrivals.size();
  }

  private static boolean isAllTold() {
    return DESK.areComplete(ALL.standings(Level.MARGIN_CALL))
        && NIGHT.areComplete(ALL.standings(Level.LIQUIDATABLE))
        && CRASH.accounts().size() == FALLEN;
  }

  /** Of each notifier that there is, and of no request that is still under way. */
  private static boolean haveAllReceipts() throws Exception {
    Set<String> delivered = new HashSet<>();
    Set<String> notifiers = new HashSet<>();
    for (JsonNode receipt : records(RECEIPTS)) {
      if (receipt.path("end").asText().equals("DELIVERED")) {
        delivered.add(receipt.path("notice").asText());
        notifiers.add(receipt.path("notifier").asText());
      }
    }
    return notifiers.containsAll(HOSTILE)
        && delivered.containsAll(DESK.ids())
        && delivered.containsAll(NIGHT.ids())
        && delivered.containsAll(CRASH.ids());
  }

  private static List<JsonNode> records(String topic) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.read(topic)) {
      records.add(JSON.readTree(record.value()));
    }
    return records;
  }

  /** Order and words were looked at as it arrived: {@link Tellings}. */
  @Test
  void everyEpisodeIsToldAndNoneThatThereIsNot() {
    assertThat(ALL.size()).isEqualTo(100_000);
    assertThat(DESK.episodes())
        .containsAll(ALL.firstEpisodes("desk", Level.MARGIN_CALL))
        .isSubsetOf(ALL.possibleEpisodes("desk", Level.MARGIN_CALL));
    assertThat(NIGHT.episodes())
        .containsAll(ALL.firstEpisodes("night", Level.LIQUIDATABLE))
        .isSubsetOf(ALL.possibleEpisodes("night", Level.LIQUIDATABLE));
    assertThat(DESK.repetitions()).isPositive();
  }

  @Test
  void everyFaultThereIsHasBeenMetAndNoForeignCertificateBelieved() {
    assertThat(receiver.faults()).containsOnlyKeys(Fault.values());
    assertThat(receiver.believed()).isZero();
    System.out.println(arrivals.size() + " requests read; faults " + receiver.faults());
  }

  @Test
  void everySignatureVerifiesWithAnotherLibrary() throws Exception {
    List<Receiver.Request> signed =
        arrivals.stream()
            .map(Arrival::request)
            .filter(request -> !request.header("webhook-signature").isEmpty())
            .toList();
    List<String> ids = signed.stream().map(request -> request.header("webhook-id")).toList();

    assertThat(new StandardWebhooksLibrary(directory).verified("whsec_" + WEBHOOK_SECRET, signed))
        .hasSizeGreaterThan(100)
        .isEqualTo(ids);
  }

  @Test
  void whatNobodyWantsIsADeadLetterAndWhoIsDeadHoldsUpNoOther() throws Exception {
    List<JsonNode> letters = records(DEAD_LETTERS);
    assertThat(letters)
        .isNotEmpty()
        .allMatch(letter -> letter.path("notifier").asText().equals("gone"))
        .allMatch(letter -> letter.path("detail").asText().equals("HTTP 410"))
        .allMatch(letter -> letter.at("/event/id").equals(letter.path("notice")));
    assertThat(arrivals).anyMatch(arrival -> arrival.request().path().equals("/dead"));
    assertThat(records(RECEIPTS))
        .noneMatch(receipt -> receipt.path("notifier").asText().equals("dead"));
  }

  @Test
  void aCrashIsAHandfulOfPagesWithTheWholeList() {
    System.out.println("pages of " + FALLEN + " accounts: " + CRASH.pages());
    assertThat(CRASH.pages()).hasSizeLessThanOrEqualTo(HANDFUL).contains("firing", "digest");
    assertThat(CRASH.accounts())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, FALLEN).mapToObj(i -> "crash-" + i).toList());
  }

  /** What a page has no room for is a command away, whoever was told. */
  @Test
  void theListOfADigestIsPrinted() {
    List<String> lines = new ArrayList<>();
    for (String digest : CRASH.digests()) {
      CommandLineRun run =
          CommandLineRun.of(
              "digest",
              digest,
              "--bootstrap-servers",
              BROKER.broker().servers(),
              "-D",
              AlertOptions.DIGESTS.key() + "=" + DIGESTS);
      assertThat(run.err()).isEmpty();
      lines.addAll(run.out());
    }

    assertThat(lines)
        .hasSize(FALLEN - CRASH.alone())
        .allMatch(line -> line.startsWith("LIQUIDATABLE crash-"))
        .doesNotHaveDuplicates();
  }

  @Test
  void noSecretIsInLogsMetricsTheWebInterfaceOrTheTopics() throws Exception {
    List<String> seen = WebAnswers.ofTheOnlyJob(WEB).all();
    assertThat(seen).hasSizeGreaterThan(12);
    String metrics = Scrape.text(METRICS);
    assertThat(metrics).contains("plimsoll_waitingDeliveries");
    seen.add(metrics);
    String log = alerts.said();
    assertThat(log)
        .contains("Completed checkpoint", "notifier dead fails again and again")
        .doesNotContain("OutOfMemoryError");
    seen.add(log);
    for (String topic : List.of(RECEIPTS, DEAD_LETTERS, DIGESTS)) {
      topics.read(topic).stream().map(ConsumerRecord::value).map(this::text).forEach(seen::add);
    }
    assertThat(seen).allSatisfy(text -> assertThat(SECRETS).noneMatch(text::contains));
  }

  private String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** The panels of the dashboard have something, and the rules see what is wrong. */
  @Test
  void aRealPrometheusSeesIt() throws Exception {
    try (InstalledServer prometheus = InstalledServer.prometheusOf(METRICS, directory);
        CrossingProducer producer = new CrossingProducer(BROKER.broker().servers(), EVENTS)) {
      PrometheusQueries asked = new PrometheusQueries(prometheus);
      assertThat(WatchFiles.queriesOfAlerts()).isNotEmpty();
      for (Map.Entry<String, String> query : WatchFiles.queriesOfAlerts().entrySet()) {
        await(query.getKey())
            .atMost(AT_MOST)
            .until(() -> !asked.series(query.getValue()).isEmpty());
      }
      await().atMost(AT_MOST).until(() -> asked.firing().contains("PlimsollNotifierDead"));
      assertThat(asked.firing())
          .doesNotContain(
              "PlimsollRoutesFileWrong", "PlimsollEventsUnreadable", "PlimsollNoticesLost");

      topics.write(new ProducerRecord<>(EVENTS, new byte[] {1}, new byte[] {2}));
      await().atMost(AT_MOST).until(() -> asked.firing().contains("PlimsollEventsUnreadable"));

      producer.write("account-00020", AFTER_ALL, Level.SAFE, Level.MARGIN_CALL, false);
      producer.write("account-00020", AFTER_ALL + 1, Level.MARGIN_CALL, Level.INSOLVENT, false);
      producer.flush();
      await().atMost(AT_MOST).until(() -> asked.firing().contains("PlimsollNoticesLost"));

      Files.writeString(directory.resolve("alerts.yaml"), "routes: none");
      await().atMost(AT_MOST).until(() -> asked.firing().contains("PlimsollRoutesFileWrong"));
    }
  }
}
