package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Contract;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.NoTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was written as a record is read as the event that it was. */
class RecordedEventsTest {

  private static final long T = 1_583_020_800_000L;
  private static final SingleObject FORMAT = new SingleObject(List.of());
  private static final BigDecimal AMOUNT = new BigDecimal("2.653810835629017447");

  private static final Figures USUAL =
      new Figures(
          0.9922,
          14_883,
          15_000,
          18_150,
          15_000,
          3_150,
          0.826,
          Map.of("ETH", 1829.268),
          Map.of("ETH", 1815.0));

  static {
    Contract.trust();
  }

  private static MarginEvent event(Figures figures, LiquidationTerms terms) {
    return new MarginEvent(
        "f9723c1617575d677d5f78eb4dc40574",
        "alice/l2",
        T,
        Level.MARGIN_CALL,
        Level.LIQUIDATABLE,
        List.of("ETH", "venue l2"),
        figures,
        terms);
  }

  private static void assertComesBack(MarginEvent event) throws Exception {
    byte[] value =
        FORMAT
            .encoder("margin-events", io.plimsoll.contract.MarginEvent.getClassSchema())
            .encode(EventRecords.of(event, true));

    assertThat(
            RecordedEvents.of(
                FORMAT.decoder(io.plimsoll.contract.MarginEvent.getClassSchema()).decode(value)))
        .isEqualTo(event);
  }

  @Test
  void withoutTerms() throws Exception {
    assertComesBack(event(USUAL, NoTerms.NONE));
  }

  @Test
  void withARepayment() throws Exception {
    assertComesBack(
        event(
            USUAL,
            new SpotTerms("main", "USDC", AMOUNT, 4587.3, "l2", "ETH", AMOUNT, 229.4, 22.9, 1.05)));
  }

  @Test
  void ofANettedAccountThatOwesNothingAfterwards() throws Exception {
    assertComesBack(
        event(
            USUAL,
            new SpotTerms(
                "", "USDC", AMOUNT, 1, "", "ETH", AMOUNT, 1, 1, Double.POSITIVE_INFINITY)));
  }

  @Test
  void withAPerpetualToClose() throws Exception {
    assertComesBack(event(USUAL, new PerpetualTerms("", "ETH", Kind.SHORT, AMOUNT, 1730, 1.05)));
    assertComesBack(
        event(USUAL, new PerpetualTerms("l2", "ETH", Kind.LONG, AMOUNT, Double.NaN, 1.05)));
  }

  @Test
  void withRatiosThatAreNone() throws Exception {
    for (double assets : new double[] {1, -1}) {
      double healthFactor = assets * Double.POSITIVE_INFINITY;
      assertComesBack(
          event(
              new Figures(healthFactor, assets, 0, 0, 0, 1, Double.NaN, Map.of(), Map.of()),
              NoTerms.NONE));
    }
  }
}
