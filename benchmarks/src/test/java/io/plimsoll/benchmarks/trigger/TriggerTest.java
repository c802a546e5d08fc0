package io.plimsoll.benchmarks.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerTest {

  private static final long FIRST = Trigger.of(0, 9, Level.SAFE, Level.MARGIN_CALL);
  private static final long SECOND = Trigger.of(1, 2, Level.SAFE, Level.LIQUIDATABLE);
  private static final long LAST =
      Trigger.of(Trigger.MAX_TICKS - 1, Integer.MAX_VALUE, Level.INSOLVENT, Level.INSOLVENT);

  @Test
  void ordersByTickThenAccount() {
    assertThat(FIRST).isPositive().isLessThan(SECOND);
    assertThat(SECOND).isLessThan(Trigger.of(1, 3, Level.SAFE, Level.SAFE));
    assertThat(LAST).isGreaterThan(SECOND);
  }

  @Test
  void keepsTheLargestTickAndAccount() {
    assertThat(Trigger.tick(LAST)).isEqualTo(Trigger.MAX_TICKS - 1);
    assertThat(Trigger.text(LAST)).contains("a-2147483647").endsWith("INSOLVENT -> INSOLVENT");
  }

  @Test
  void aLogIsReadAsItWasWritten(@TempDir Path directory) throws IOException {
    TriggerLog log = new TriggerLog();
    log.add(SECOND);
    log.add(FIRST);
    log.write(directory.resolve("log"));
    TriggerLog read = TriggerLog.read(directory.resolve("log"));
    assertThat(read.upTo(2)).containsExactly(FIRST, SECOND);
    assertThat(read.upTo(1)).containsExactly(FIRST);
  }

  @Test
  void differencesNameWhatIsMissingAndWhatIsTooMany() {
    Differences differences =
        Differences.between(new long[] {FIRST, LAST}, new long[] {SECOND, LAST});
    assertThat(differences.count()).isEqualTo(2);
    assertThat(differences.first()).hasSize(2);
    assertThat(differences.first().get(0)).startsWith("missing").contains("a-9");
    assertThat(differences.first().get(1)).startsWith("too many").contains("a-2");
    assertThat(Differences.between(new long[] {FIRST}, new long[] {FIRST}).none()).isTrue();
  }
}
