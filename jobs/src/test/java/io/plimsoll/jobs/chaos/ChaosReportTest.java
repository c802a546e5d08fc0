package io.plimsoll.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.kafka.Delivery;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosReportTest {

  private static final Comparison SAME = new Comparison(8, 0, List.of(), List.of());
  private static final Comparison AGAIN = new Comparison(8, 3, List.of(), List.of());
  private static final Comparison LESS =
      new Comparison(7, 0, List.of(ByteBuffer.allocate(1)), List.of());

  @TempDir private Path directory;

  @Test
  void atLeastOnceEventsMayBeThereAgain() {
    ChaosReport report = report(AGAIN, SAME);

    assertThat(report.holds()).isTrue();
    assertThat(report.table().get(2))
        .contains(
            "kill-broker",
            "1.0 / 2.0 / 2.0",
            "4.0 / 8.0 / 8.0",
            "5.0 / 9.0 / 9.0",
            "3",
            "the same");
  }

  @Test
  void exactlyOnceTheyMayNot() {
    ChaosReport report = report(SAME, AGAIN);

    assertThat(report.holds()).isFalse();
    assertThat(report.table().get(2))
        .contains("DIFFER", "exactly-once 0 missing, 0 extra, 3 again");
  }

  @Test
  void oneThatIsMissingIsTold() {
    ChaosReport report = report(LESS, SAME);

    assertThat(report.holds()).isFalse();
    assertThat(report.table().get(2)).contains("at-least-once 1 missing");
  }

  @Test
  void theFileHasEachMoment() throws Exception {
    Path file = directory.resolve("chaos.json");
    report(SAME, SAME).write(file);

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.path("seed").asLong()).isEqualTo(5);
    JsonNode fault = json.path("faults").path(0);
    assertThat(fault.path("recoverySeconds").path("exactly-once").path("median").asDouble())
        .isEqualTo(5);
    List<Integer> held = new ArrayList<>();
    fault.path("moments").forEach(moment -> held.add(moment.path("heldMs").asInt()));
    assertThat(held).containsExactly(1_000, 2_000);
    assertThat(fault.path("moments").path(1).path("recoveryMs").path("at-least-once").asInt())
        .isEqualTo(8_000);
  }

  private ChaosReport report(Comparison atLeastOnce, Comparison exactlyOnce) {
    Outcome outcome =
        new Outcome(
            Fault.KILL_BROKER,
            List.of(moment(1, 4, 5), moment(2, 8, 9)),
            List.of(
                new Verdict(Delivery.AT_LEAST_ONCE, atLeastOnce, SAME),
                new Verdict(Delivery.EXACTLY_ONCE, exactlyOnce, SAME)),
            Optional.empty());
    ChaosOptions options =
        new ChaosOptions(
            List.of(Fault.KILL_BROKER),
            2,
            5,
            directory,
            directory,
            Duration.ofMinutes(1),
            Map.of());
    return new ChaosReport(options, 8, List.of(outcome));
  }

  private static Moment moment(int held, int atLeastOnce, int exactlyOnce) {
    return new Moment(
        Instant.EPOCH,
        0,
        1,
        Duration.ofSeconds(held),
        Map.of(
            Delivery.AT_LEAST_ONCE,
            Duration.ofSeconds(atLeastOnce),
            Delivery.EXACTLY_ONCE,
            Duration.ofSeconds(exactlyOnce)));
  }
}
