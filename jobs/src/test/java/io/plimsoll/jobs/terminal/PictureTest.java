package io.plimsoll.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.EventTerms;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  /** 12 March 2020, noon. */
  private static final long NOON = 1_584_014_400_000L;

  private static final long MINUTE = 60_000L;
  private static final Expected A_DAY =
      new Expected(NOON - 6 * 60 * MINUTE, NOON + 6 * 60 * MINUTE, 10_000);
  private static final Terminal PLAIN = new Terminal(true, false, 80, 24);

  @Test
  void isGolden() throws IOException {
    assertThat(Picture.of(crash(), A_DAY, PLAIN)).isEqualTo(golden("picture.txt"));
  }

  @Test
  void isGoldenInColours() throws IOException {
    List<String> lines = Picture.of(crash(), A_DAY, new Terminal(true, true, 80, 24));
    assertThat(lines.stream().map(line -> line.replace("\033", "ESC")))
        .isEqualTo(golden("picture-in-colours.txt"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 133, 250})
  void fitsTheWidthOfTheTerminal(int columns) {
    List<String> lines = Picture.of(crash(), A_DAY, new Terminal(true, false, columns, 24));
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThan(columns));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 15, 24, 60})
  void fitsTheHeightOfTheTerminalHoweverManyAssetsThereAre(int rows) {
    MarketView market = crash();
    for (int i = 0; i < 50; i++) {
      market.show(new StateLine(NOON, "asset-" + i, 1, "OK", 0.5, 1));
    }
    assertThat(Picture.of(market, A_DAY, new Terminal(true, false, 80, rows)))
        .hasSizeLessThan(rows);
  }

  @Test
  void saysWhenThereIsNothingToSeeYet() {
    MarketView nothing = new MarketView();
    assertThat(Picture.of(nothing, A_DAY, PLAIN)).containsExactly("waiting for the first bar");
    assertThat(Picture.inOneLine(nothing, A_DAY)).isEqualTo("waiting for the first bar");
  }

  @Test
  void leavesOutWhatNobodyKnows() {
    List<String> lines = Picture.of(crash(), Expected.NOTHING, PLAIN);
    assertThat(lines.get(0)).isEqualTo("2020-03-12 12:03:00 UTC");
    assertThat(lines).noneMatch(line -> line.startsWith("SAFE"));
  }

  @Test
  void hasAFormForLogs() {
    assertThat(Picture.inOneLine(crash(), A_DAY))
        .isEqualTo(
            "2020-03-12 12:03:00 UTC  50 %  events 5"
                + "  MARGIN_CALL 1  LIQUIDATABLE 1  INSOLVENT 1");
  }

  private static MarketView crash() {
    MarketView market = new MarketView();
    double[] course = {1, 1.02, 0.99, 0.9, 0.7, 0.5, 0.46, 0.55, 0.6};
    for (int i = 0; i < course.length; i++) {
      long instant = NOON + (i - 6) * MINUTE;
      double g = 1 - 0.01 * i;
      market.show(new StateLine(instant, "BTC", 61_350 * course[i], "OK", 0.5 + 0.3 * i, g));
      String status = i < 5 ? "OK" : i < 7 ? "DISPUTED" : "STALE";
      market.show(new StateLine(instant, "LINK", 14.6 * course[i], status, 1.2, g));
      market.show(new StateLine(instant, "USDC", 1.0001, "OK", 0.05, 1));
    }
    market.show(event(0, "a-0172", Level.SAFE, Level.MARGIN_CALL, 1.047, EventTerms.NONE));
    market.show(
        event(
            1,
            "a-0172",
            Level.MARGIN_CALL,
            Level.LIQUIDATABLE,
            0.9795,
            new EventTerms.Spot(
                "l2",
                new BigDecimal("1200.25"),
                "USDC",
                1200.5,
                "l2",
                new BigDecimal("0.6000"),
                "ETH")));
    market.show(
        event(
            1,
            "a-1200/l2",
            Level.SAFE,
            Level.INSOLVENT,
            -0.2,
            new EventTerms.Perpetual("l2", new BigDecimal("0.044126"), "BTC", "LONG")));
    market.show(event(2, "a-1200/l2", Level.INSOLVENT, Level.INSOLVENT, -0.31, EventTerms.NONE));
    market.show(event(3, "a-0007", Level.SAFE, Level.MARGIN_CALL, 1.09, EventTerms.NONE));
    return market;
  }

  private static EventLine event(
      int minute, String account, Level from, Level to, double healthFactor, EventTerms terms) {
    return new EventLine(
        NOON + minute * MINUTE,
        account,
        from,
        to,
        healthFactor,
        100,
        100,
        10,
        Map.of(),
        terms,
        false);
  }

  private static List<String> golden(String name) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/console", name));
  }
}
