package io.plimsoll.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.watch.MarginEvent;
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

class EventSentenceTest {

  private static final Figures FIGURES =
      new Figures(0.9922, 14_883, 15_000, 18_150, 15_000, 3_150, 0.826, Map.of(), Map.of());

  private static String sentence(List<String> doubts, LiquidationTerms terms) {
    return EventSentence.of(
        new MarginEvent(
            "id",
            "alice",
            1_583_020_800_000L,
            Level.MARGIN_CALL,
            Level.LIQUIDATABLE,
            doubts,
            FIGURES,
            terms));
  }

  @Test
  void saysWhenWhoAndHowBad() {
    assertThat(sentence(List.of(), NoTerms.NONE))
        .isEqualTo(
            "2020-03-01 00:00:00  alice  MARGIN_CALL -> LIQUIDATABLE  HF 0.99  debt 15,000"
                + "  equity 3,150");
  }

  @Test
  void saysWhatToDo() {
    BigDecimal amount = new BigDecimal("2.5");

    assertThat(
            sentence(
                List.of(), new SpotTerms("", "USDC", amount, 1, "", "ETH", amount, 1, 1, 1.05)))
        .endsWith("  repay 2.5 USDC seize 2.5 ETH");
    assertThat(sentence(List.of(), new PerpetualTerms("", "ETH", Kind.LONG, amount, 1, 1.05)))
        .endsWith("  close 2.5 ETH LONG");
  }

  @Test
  void saysWhatItCouldNotRelyOn() {
    assertThat(sentence(List.of("ETH", "venue l2"), NoTerms.NONE))
        .endsWith("  in doubt: ETH, venue l2");
  }
}
