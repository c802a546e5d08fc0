package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.jobs.Fixture.status;
import static io.plimsoll.jobs.market.VenueStatus.DOWN;
import static io.plimsoll.jobs.market.VenueStatus.UP;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.level.Level;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a venue's rows in one instant the last in file order counts; grace is an hour. */
@ParameterizedClass(name = "{0}")
@EnumSource(Finder.class)
class VenueStatusTest {

  @Parameter private Finder finder;

  private WatchHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = WatchHarness.start(parameters(), finder);
    watch.price(0, "ETH", 2000).price(0, "USDC", 1);
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  /** A loan at 0.97: liquidatable, but not in grace. */
  private void borrow(double seconds) throws Exception {
    watch.send(
        position(seconds, "alice", "ETH", COLLATERAL, "1"),
        position(seconds, "alice", "USDC", DEBT, "1650"));
  }

  private void tell(VenueReading... inFileOrder) throws Exception {
    for (int i = inFileOrder.length - 1; i >= 0; i--) { // the order of arrival does not matter
      watch.tell(inFileOrder[i]);
    }
  }

  private void assertLiquidatableAt(long instant) {
    assertThat(watch.events())
        .filteredOn(event -> event.to() == Level.LIQUIDATABLE)
        .extracting(MarginEvent::instant, MarginEvent::doubts)
        .containsExactly(tuple(instant, List.of()));
  }

  @Nested
  class AVenueThatIsUp {

    @Test
    void staysSoWhenDownAndUpComeInOneInstant() throws Exception {
      tell(status(10, "main", DOWN), status(10, "main", UP));
      borrow(10);
      watch.watermark(20);
      assertLiquidatableAt(at(10));
    }

    @Test
    void isDownWhenUpAndDownComeInOneInstant() throws Exception {
      tell(status(10, "main", UP), status(10, "main", DOWN));
      borrow(10);
      watch.watermark(100_000);
      assertThat(watch.events())
          .extracting(MarginEvent::to)
          .containsExactly(Level.MARGIN_CALL); // and never liquidatable
    }
  }

  @Nested
  class AVenueInGrace {

    @Test
    void keepsTheEndOfItsGraceWhenDownAndUpComeInOneInstant() throws Exception {
      tell(status(0, "main", DOWN));
      tell(status(100, "main", UP));
      borrow(150);
      tell(status(200, "main", DOWN), status(200, "main", UP));
      watch.watermark(10_000);
      assertLiquidatableAt(at(3700));
    }

    @Test
    void isDownAgainWhenUpAndDownComeInOneInstant() throws Exception {
      tell(status(0, "main", DOWN));
      tell(status(100, "main", UP));
      borrow(150);
      tell(status(200, "main", UP), status(200, "main", DOWN));
      tell(status(1000, "main", UP));
      watch.watermark(10_000);
      assertLiquidatableAt(at(4600));
    }
  }

  @Nested
  class AVenueThatIsDown {

    @Test
    void staysSoWhenUpAndDownComeInOneInstant() throws Exception {
      tell(status(0, "main", DOWN));
      borrow(10);
      tell(status(100, "main", UP), status(100, "main", DOWN));
      watch.watermark(100_000);
      assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(Level.MARGIN_CALL);
    }

    @Test
    void isNoneOfAnother() throws Exception {
      tell(status(10, "l2", DOWN), status(10, "main", UP));
      borrow(10);
      watch.watermark(20);
      assertLiquidatableAt(at(10));
    }
  }
}
