package io.plimsoll.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void isAsLargeAsTheSystemSays() {
    assertThat(Terminal.of(Map.of("TERM", "xterm"), "50 132"))
        .isEqualTo(new Terminal(true, true, 132, 50));
  }

  @Test
  void isEightyColumnsWideWhereNobodyKnows() {
    assertThat(Terminal.of(Map.of("TERM", "xterm"), "0 0"))
        .isEqualTo(new Terminal(true, true, 80, 24));
  }

  @Test
  void takesTheWidthThatTheUserGives() {
    assertThat(Terminal.of(Map.of("TERM", "xterm", "COLUMNS", "100"), "50 132").columns())
        .isEqualTo(100);
  }

  @Test
  void hasNoColoursWhereTheUserWantsNone() {
    assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), "24 80"))
        .isEqualTo(new Terminal(true, false, 80, 24));
  }

  @Test
  void isNoneForAPipeADumbTerminalOrAnUnnamedOne() {
    assertThat(Terminal.of(Map.of("TERM", "xterm"), "")).isEqualTo(Terminal.NONE);
    assertThat(Terminal.of(Map.of("TERM", "dumb"), "24 80")).isEqualTo(Terminal.NONE);
    assertThat(Terminal.of(Map.of(), "24 80")).isEqualTo(Terminal.NONE);
  }

  @Test
  void canBeAskedFor() {
    assertThat(Terminal.detect().columns()).isGreaterThanOrEqualTo(40);
  }
}
