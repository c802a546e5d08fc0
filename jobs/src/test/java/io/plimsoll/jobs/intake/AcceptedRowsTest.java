package io.plimsoll.jobs.intake;

import static io.plimsoll.jobs.intake.Rows.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AcceptedRowsTest {

  private static final long T = 1_583_020_800_000L;

  private static Origin silent() {
    return new Origin(Rows.PLACE, Rows.LINE, "");
  }

  private static Origin saying(String record) {
    return new Origin(Rows.PLACE, Rows.LINE, record);
  }

  @Test
  void aQuoteWithAllItsCells() {
    assertThat(check(RowKind.QUOTES, T + ",ETH,200.5,binance,0.25,9"))
        .isEqualTo(new Quote(silent(), T, "ETH", "binance", 200.5, 0.25, 9));
  }

  @Test
  void aQuoteWithNothingButWhatItNeeds() {
    Quote bare = new Quote(silent(), T, "ETH", "", 200.5, 0.0, Origin.NO_SEQUENCE);

    assertThat(check(RowKind.QUOTES, T + ",ETH,200.5,,,")).isEqualTo(bare);
    assertThat(check(RowKind.QUOTES, "price,asset,timestamp", "200.5,ETH," + T)).isEqualTo(bare);
  }

  @Test
  void columnsGoByNameAndOthersAreIgnored() {
    assertThat(check(RowKind.QUOTES, "x,price,source,asset,timestamp", "?,11,a,ETH," + T))
        .isEqualTo(new Quote(silent(), T, "ETH", "a", 11, 0.0, Origin.NO_SEQUENCE));
  }

  @Test
  void aPriceMayStandOnItsBounds() {
    assertThat(check(RowKind.QUOTES, T + ",ETH,10,,,")).isInstanceOf(Quote.class);
    assertThat(check(RowKind.QUOTES, T + ",ETH,10000,,,")).isInstanceOf(Quote.class);
  }

  @Test
  void aCandleIsAQuoteOfItsCloseWhenItCloses() {
    assertThat(check(RowKind.CANDLES, T + ",ETH,1,2,3,200.5,NaN,binance"))
        .isEqualTo(
            new Quote(silent(), T + 60_000, "ETH", "binance", 200.5, 0.0, Origin.NO_SEQUENCE));
  }

  @Test
  void anIndexRowWithOneReadingLeavesTheOtherUntold() {
    assertThat(check(RowKind.INDICES, T + ",ETH,1.1,"))
        .isEqualTo(new IndexReading(saying(T + ",ETH,1.1,"), T, "ETH", 1.1, Double.NaN));
    assertThat(check(RowKind.INDICES, T + ",ETH,,1.2"))
        .isEqualTo(new IndexReading(saying(T + ",ETH,,1.2"), T, "ETH", Double.NaN, 1.2));
  }

  @Test
  void aVenueRowTellsStressOrStatusOrBoth() {
    assertThat(check(RowKind.STRESS, T + ",main,0.5,"))
        .isEqualTo(new VenueReading(silent(), T, "main", 0.5, VenueStatus.UNTOLD));
    assertThat(check(RowKind.STRESS, T + ",main,,DOWN"))
        .isEqualTo(new VenueReading(silent(), T, "main", Double.NaN, VenueStatus.DOWN));
    assertThat(check(RowKind.STRESS, T + ",main,1,UP"))
        .isEqualTo(new VenueReading(silent(), T, "main", 1.0, VenueStatus.UP));
  }

  @Test
  void aSettingsRowReplacesAllSettings() {
    String row = T + ",a,ISOLATED,stable,1.250";
    assertThat(check(RowKind.ACCOUNTS, row))
        .isEqualTo(
            new SettingsUpdate(
                saying(row),
                T,
                T,
                "a",
                new Settings(Mode.ISOLATED, "stable", new BigDecimal("1.25"))));
  }

  @Test
  void emptySettingsAreTheDefaults() {
    assertThat(check(RowKind.ACCOUNTS, T + ",a,,,"))
        .isEqualTo(new SettingsUpdate(saying(T + ",a,,,"), T, T, "a", Settings.DEFAULTS));
    assertThat(check(RowKind.ACCOUNTS, "timestamp,account", T + ",a"))
        .isEqualTo(new SettingsUpdate(saying(T + ",a"), T, T, "a", Settings.DEFAULTS));
  }

  @Test
  void aHoldingStandsAtItsAssetsVenueUnlessItSaysOtherwise() {
    String row = T + ",a,ETH,COLLATERAL,1.50,,,";
    assertThat(check(RowKind.POSITIONS, row))
        .isEqualTo(
            new PositionUpdate(
                saying(row),
                T,
                T,
                "a",
                "l2",
                "ETH",
                Kind.COLLATERAL,
                new BigDecimal("1.5"),
                BigDecimal.ZERO,
                Origin.NO_SEQUENCE));
    String elsewhere = T + ",a,ETH,DEBT,1e2,,main,-3";
    assertThat(check(RowKind.POSITIONS, elsewhere))
        .isEqualTo(
            new PositionUpdate(
                saying(elsewhere),
                T,
                T,
                "a",
                "main",
                "ETH",
                Kind.DEBT,
                new BigDecimal("100"),
                BigDecimal.ZERO,
                -3));
  }

  @Test
  void onlyAnOpenPerpetualHasAnEntryPrice() {
    PositionUpdate open = (PositionUpdate) check(RowKind.POSITIONS, T + ",a,ETH,LONG,2,150.10,,");
    PositionUpdate closed = (PositionUpdate) check(RowKind.POSITIONS, T + ",a,ETH,SHORT,0,,,");
    PositionUpdate spot = (PositionUpdate) check(RowKind.POSITIONS, T + ",a,ETH,DEBT,2,150,,");

    assertThat(open.entryPriceUsd()).isEqualTo(new BigDecimal("150.1"));
    assertThat(closed.entryPriceUsd()).isEqualTo(BigDecimal.ZERO);
    assertThat(spot.entryPriceUsd()).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void aNameOutsideTheBasicPlaneStaysWhole() {
    String row = T + ",\uD83D\uDEA2 ship,ETH,DEBT,1,,,";
    PositionUpdate update = (PositionUpdate) check(RowKind.POSITIONS, row);

    assertThat(update.account()).isEqualTo("\uD83D\uDEA2 ship");
    assertThat(update.origin().record()).isEqualTo(row);
  }

  @Test
  void aLateUpdateKeepsItsOwnTimestamp() {
    PositionUpdate update = (PositionUpdate) check(RowKind.POSITIONS, T + ",a,ETH,DEBT,1,,,");
    SettingsUpdate settings = (SettingsUpdate) check(RowKind.ACCOUNTS, T + ",a,,,");

    assertThat(update.late()).isFalse();
    assertThat(update.appliedAt(T + 5))
        .matches(PositionUpdate::late)
        .matches(late -> late.timestamp() == T && late.instant() == T + 5);
    assertThat(settings.appliedAt(T + 5)).matches(SettingsUpdate::late);
  }

  @Test
  void anEntryPriceThatCannotMatterNeedOnlyBeANumber() {
    PositionUpdate spot = (PositionUpdate) check(RowKind.POSITIONS, T + ",a,ETH,DEBT,1,-5,,");
    PositionUpdate removal = (PositionUpdate) check(RowKind.POSITIONS, T + ",a,ETH,LONG,0,-1,,");

    assertThat(spot.entryPriceUsd()).isZero();
    assertThat(removal.amount()).isZero();
  }
}
