package io.plimsoll.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.notify.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule fires in a real Prometheus and comes to whom it belongs by a real Alertmanager, with
 * the files of {@code flink-conf/}: only addresses are filled in, and a minute takes half a second.
 */
class FiringRulesITCase {

  private static final Duration AT_MOST = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MONITOR = "{job_name=\"plimsoll_monitor\"}";
  private static final String ALERTS = "{job_name=\"plimsoll_alerts\"}";
  private static final String JOB = "flink_jobmanager_job_";
  private static final String UNREADABLE =
      "flink_taskmanager_job_task_operator_deserializer_plimsoll_unreadableEvents";
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_plimsoll_";

  @TempDir private Path directory;
  private Exporter flink;
  private Exporter gone;
  private Receiver people;
  private InstalledServer alertmanager;
  private InstalledServer prometheus;
  private PrometheusQueries queries;

  @BeforeEach
  void start() throws IOException {
    flink = new Exporter();
    gone = new Exporter();
    people = new Receiver();
    allIsWell();
    alertmanager =
        InstalledServer.alertmanager(
            write(
                "alertmanager.yaml",
                WatchFiles.quickened(WatchFiles.text(WatchFiles.ALERTMANAGER))
                    .replace("http://localhost:9099", people.url())),
            directory);
    Path unused = write("rules.yaml", WatchFiles.quickened(WatchFiles.text(WatchFiles.RULES)));
    prometheus =
        InstalledServer.prometheus(
            write(
                "prometheus.yaml",
                WatchFiles.text(WatchFiles.PROMETHEUS)
                    .replace("interval: 15s", "interval: 200ms")
                    .replace("localhost:9093", alertmanager.address())
                    .replace(
                        "localhost:9249, localhost:9250, localhost:9251",
                        flink.address() + ", " + gone.address())),
            directory);
    queries = new PrometheusQueries(prometheus);
  }

  @AfterEach
  void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (alertmanager != null) {
      alertmanager.close();
    }
    people.close();
    flink.close();
    gone.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private void allIsWell() {
    flink.set(JOB + "uptime" + MONITOR, 1e6);
    flink.set(JOB + "uptime" + ALERTS, 1e6);
    flink.set(JOB + "numRestarts" + MONITOR, 0);
    flink.set(JOB + "numberOfFailedCheckpoints" + MONITOR, 0);
    flink.set(
        JOB + "lastCheckpointCompletedTimestamp" + MONITOR,
        System.currentTimeMillis() + AT_MOST.toMillis());
    flink.set(OPERATOR + "eventTimeLag" + MONITOR, 300);
    flink.set(OPERATOR + "status_assets{job_name=\"plimsoll_monitor\",status=\"OK\"}", 40);
    flink.set(level("LIQUIDATABLE"), 0);
    flink.set(refused("MALFORMED"), 0);
    flink.set(delivered("EXPIRED"), 0);
    flink.set(UNREADABLE + ALERTS, 0);
  }

  private static String level(String level) {
    return OPERATOR + "level_accounts{job_name=\"plimsoll_monitor\",level=\"" + level + "\"}";
  }

  private static String refused(String reason) {
    return OPERATOR + "reason_refused{job_name=\"plimsoll_monitor\",reason=\"" + reason + "\"}";
  }

  private static String delivered(String end) {
    return OPERATOR + "end_deliveries{job_name=\"plimsoll_alerts\",end=\"" + end + "\"}";
  }

  private static String status(String status) {
    return OPERATOR + "status_assets{job_name=\"plimsoll_monitor\",status=\"" + status + "\"}";
  }

  /** Not restarts, nor silence: the one explains what goes wrong by itself here, the other all. */
  private void muchIsWrong() {
    gone.close();
    flink.set(OPERATOR + "eventTimeLag" + MONITOR, 120_000);
    flink.grow(JOB + "numberOfFailedCheckpoints" + MONITOR, 2);
    flink.set(JOB + "lastCheckpointCompletedTimestamp" + MONITOR, 0);
    flink.set("flink_taskmanager_job_task_busyTimeMsPerSecond" + MONITOR, 990);
    flink.set(
        OPERATOR + "triggerLatencyFromArrival{job_name=\"plimsoll_monitor\",quantile=\"0.99\"}",
        9_000);
    flink.grow(OPERATOR + "triggerLatencyFromArrival_count" + MONITOR, 10);
    flink.set(status("STALE"), 3);
    flink.set(status("DISPUTED"), 1);
    flink.grow(refused("MALFORMED"), 20);
    flink.set(level("LIQUIDATABLE"), 5);
    flink.set(OPERATOR + "brokenNotifiers" + ALERTS, 1);
    flink.set(OPERATOR + "waitingDeliveries" + ALERTS, 5_000);
    flink.set(OPERATOR + "routesFileWrong" + ALERTS, 1);
    flink.grow(delivered("EXPIRED"), 1);
    flink.grow(UNREADABLE + ALERTS, 1);
  }

  private Set<String> told(String who) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Receiver.Request request : people.requests()) {
      if (request.path().equals("/" + who)) {
        for (JsonNode alert : JSON.readTree(request.body()).path("alerts")) {
          names.add(alert.path("labels").path("alertname").asText());
        }
      }
    }
    return names;
  }

  private long heartbeats() {
    return people.requests().stream()
        .filter(request -> request.path().equals("/heartbeat"))
        .count();
  }

  private String stateOf(String alert) throws IOException, InterruptedException {
    JsonNode found =
        JSON.readTree(alertmanager.get("/api/v2/alerts?filter=alertname%3D%22" + alert + "%22"));
    return found.path(0).path("status").path("state").asText();
  }

  @Test
  void eachRuleFiresAndReachesWhomItBelongsTo() throws Exception {
    Set<String> fired = new TreeSet<>();
    await().atMost(AT_MOST).until(() -> heartbeats() >= 2);
    assertThat(queries.firing()).as("all is well").containsExactly("PlimsollAlive");
    fired.addAll(queries.firing());

    muchIsWrong();
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(told("oncall"))
                    .containsExactlyInAnyOrderElementsOf(
                        bySeverity(
                            "page",
                            Set.of(
                                "PlimsollMonitorSilent",
                                "PlimsollNoWatermark",
                                "PlimsollRestarting",
                                "PlimsollAlertsSilent"))));
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(told("tickets"))
                    .containsExactlyInAnyOrderElementsOf(bySeverity("ticket", Set.of())));
    fired.addAll(queries.firing());

    flink.grow(JOB + "numRestarts" + MONITOR, 1);
    await().atMost(AT_MOST).until(() -> told("oncall").contains("PlimsollRestarting"));
    await().atMost(AT_MOST).until(() -> stateOf("PlimsollCheckpointOld").equals("suppressed"));
    fired.addAll(queries.firing());

    flink.set(OPERATOR + "eventTimeLag" + MONITOR, -1);
    await().atMost(AT_MOST).until(() -> told("oncall").contains("PlimsollNoWatermark"));
    fired.addAll(queries.firing());

    flink.end(JOB + "uptime" + MONITOR);
    flink.end(JOB + "uptime" + ALERTS);
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(told("oncall"))
                    .contains("PlimsollMonitorSilent", "PlimsollAlertsSilent"));
    fired.addAll(queries.firing());

    assertThat(fired).isEqualTo(new TreeSet<>(WatchFiles.rules().keySet()));
    await("the heart beats no more")
        .atMost(AT_MOST)
        .until(() -> stateOf("PlimsollAlive").isEmpty());
  }

  private static Set<String> bySeverity(String severity, Set<String> but) {
    Set<String> names = new TreeSet<>();
    WatchFiles.rules()
        .forEach(
            (name, rule) -> {
              if (rule.get("labels").toString().contains("severity=" + severity)
                  && !but.contains(name)) {
                names.add(name);
              }
            });
    return names;
  }
}
