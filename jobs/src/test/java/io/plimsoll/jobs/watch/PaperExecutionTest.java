package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.onPaper;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static io.plimsoll.risk.level.Level.INSOLVENT;
import static io.plimsoll.risk.level.Level.LIQUIDATABLE;
import static io.plimsoll.risk.level.Level.MARGIN_CALL;
import static io.plimsoll.risk.level.Level.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.parameters.RiskParameters;
import io.plimsoll.risk.terms.SpotTerms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One ETH at 2000 with threshold 0.8 and a debt of 1400 USDC: on its line at 1750. */
@ParameterizedClass(name = "{0}")
@EnumSource(Finder.class)
class PaperExecutionTest {

  private static final RiskParameters FACTUAL =
      parameters(asset("ETH", "0.8"), asset("USDC", "0.9"));
  private static final RiskParameters PAPER = onPaper(FACTUAL);

  @Parameter private Finder finder;

  private final List<WatchHarness> open = new ArrayList<>();
  private WatchHarness watch;

  @BeforeEach
  void start() throws Exception {
    start(PAPER);
  }

  private void start(RiskParameters parameters) throws Exception {
    watch = WatchHarness.start(parameters, finder);
    open.add(watch);
    watch.price(0, "ETH", 2000).price(0, "USDC", 1);
    watch.send(
        position(1, "ann", "ETH", COLLATERAL, "1"), position(1, "ann", "USDC", DEBT, "1400"));
  }

  private void restore() throws Exception {
    watch = WatchHarness.restore(PAPER, finder, watch.snapshot(), 1, 1, 0);
    open.add(watch);
  }

  @AfterEach
  void close() throws Exception {
    for (WatchHarness harness : open) {
      harness.close();
    }
  }

  @Test
  void liquidatesAtOnceAndJudgesWhatIsLeftAMillisecondLater() throws Exception {
    List<MarginEvent> events = watch.price(5, "ETH", 1740).watermark(10).events();
    assertThat(events)
        .extracting(MarginEvent::instant, MarginEvent::from, MarginEvent::to)
        .containsExactly(
            tuple(at(5), SAFE, LIQUIDATABLE), tuple(at(5) + 1, LIQUIDATABLE, MARGIN_CALL));
    assertThat(events.get(1).figures().healthFactor())
        .isCloseTo(((SpotTerms) events.get(0).terms()).healthFactorAfter(), within(1e-12));
  }

  @Test
  void leavesItToTheHistoryWhereItIsNotAskedFor() throws Exception {
    start(FACTUAL);
    assertThat(watch.price(5, "ETH", 1740).watermark(10).events()).hasSize(1);
  }

  @Test
  void goesOnWhileThereIsSomethingToSeize() throws Exception {
    List<MarginEvent> events = watch.price(5, "ETH", 1300).watermark(10).events();
    // All that is held does not cover the debt: what is left of it is bad.
    assertThat(events)
        .extracting(MarginEvent::instant, MarginEvent::to, event -> event.terms().exist())
        .containsExactly(tuple(at(5), INSOLVENT, true), tuple(at(5) + 1, INSOLVENT, false));
    MarginEvent last = events.get(1);
    assertThat(last.figures().collateralValueUsd()).isZero();
    assertThat(last.figures().equityUsd()).isCloseTo(-(1400 - 1300 / 1.05), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void judgesWhatIsLeftAlsoAfterARestart(boolean restored) throws Exception {
    assertThat(watch.price(5, "ETH", 1740).watermark(5).events()).hasSize(1);
    if (restored) {
      restore();
    }
    assertThat(watch.watermark(6).events())
        .extracting(MarginEvent::instant, MarginEvent::to)
        .containsExactly(tuple(at(5) + 1, MARGIN_CALL));
    if (restored) {
      restore();
    }
    assertThat(watch.watermark(7).events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isNotUndoneByARowThatKnowsNothingOfIt(boolean restored) throws Exception {
    watch.price(5, "ETH", 1740).watermark(10).events();
    if (restored) {
      restore();
    }
    // The history has the debt as it was, and interest of one.
    List<MarginEvent> events =
        watch.send(position(11, "ann", "USDC", DEBT, "1401")).watermark(12).events();
    assertThat(events).isEmpty();
    assertThat(watch.price(13, "ETH", 1600).watermark(14).events())
        .extracting(MarginEvent::to)
        .first()
        .isEqualTo(LIQUIDATABLE);
  }

  /** The row of the millisecond after is the history's own: it comes with the judgement. */
  @Test
  void takesARowOfTheSameMillisecondWithIt() throws Exception {
    watch.price(5, "ETH", 1740);
    watch.send(position(5.001, "ann", "USDC", DEBT, "100"));
    assertThat(watch.watermark(10).events())
        .extracting(MarginEvent::instant, MarginEvent::to)
        .containsExactly(tuple(at(5), LIQUIDATABLE), tuple(at(5) + 1, SAFE));
  }

  @Test
  void nothingFallsDueAfterTheLastInstant() throws Exception {
    watch.price(5, "ETH", 1740).watermark(5);
    assertThat(watch.watermarkAt(Long.MAX_VALUE).events())
        .extracting(MarginEvent::instant)
        .containsExactly(at(5));
  }
}
