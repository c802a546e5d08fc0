package io.plimsoll.jobs.kafka;

import static io.plimsoll.jobs.Fixture.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.AccountSettings;
import io.plimsoll.contract.IndexReading;
import io.plimsoll.contract.PositionUpdate;
import io.plimsoll.contract.Quote;
import io.plimsoll.contract.VenueReading;
import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InputRecordTest {

  private static final Origin ORIGIN = new Origin("file", 2, "");

  private static void assertGoesTo(RowKind kind, String key, MarketEvent event) {
    InputRecord record = InputRecord.of(event);
    assertThat(record.kind()).isEqualTo(kind);
    assertThat(record.key()).isEqualTo(key);
    assertThat(record.value().getSchema()).isEqualTo(InputTopics.contract(kind));
  }

  @Nested
  class TheKey {

    @Test
    void isTheAssetOfAQuoteAndOfAnIndex() {
      assertGoesTo(RowKind.QUOTES, "ETH", Fixture.quote(0, "ETH", 200));
      assertGoesTo(RowKind.INDICES, "stETH", Fixture.rate(0, "stETH", 1.1));
    }

    @Test
    void isTheVenueOfAVenueReading() {
      assertGoesTo(RowKind.STRESS, "l2", Fixture.stress(0, "l2", 0.5));
    }

    @Test
    void isTheAccountOfSettingsAndPositions() {
      assertGoesTo(
          RowKind.ACCOUNTS, "alice", new SettingsUpdate(ORIGIN, 0, 0, "alice", Settings.DEFAULTS));
      assertGoesTo(RowKind.POSITIONS, "alice", Fixture.position(0, "alice", "ETH", Kind.DEBT, "1"));
    }
  }

  @Nested
  class TheValue {

    @Test
    void ofAQuoteSaysAllOfIt() {
      Quote quote = (Quote) InputRecord.of(Fixture.quote(1, "ETH", "alpha", 199.5, 7)).value();

      assertThat(quote.getTimestamp()).isEqualTo(Instant.ofEpochMilli(T0 + 1_000));
      assertThat(quote.getPrice()).isEqualTo(199.5);
      assertThat(quote.getSource()).isEqualTo("alpha");
      assertThat(quote.getSequence()).contains(7L);
    }

    @Test
    void leavesOutWhatIsAbsent() {
      Quote quote = (Quote) InputRecord.of(Fixture.quote(0, "ETH", 1)).value();
      IndexReading index = (IndexReading) InputRecord.of(Fixture.rate(0, "ETH", 1.1)).value();
      VenueReading stress = (VenueReading) InputRecord.of(Fixture.stress(0, "l2", 0.5)).value();
      VenueReading status =
          (VenueReading) InputRecord.of(Fixture.status(0, "l2", VenueStatus.DOWN)).value();
      AccountSettings settings =
          (AccountSettings)
              InputRecord.of(new SettingsUpdate(ORIGIN, 0, 0, "a", Settings.DEFAULTS)).value();

      assertThat(quote.getSequence()).isEmpty();
      assertThat(quote.getSource()).isEmpty();
      assertThat(index.getExchangeRate()).contains(1.1);
      assertThat(index.getBorrowIndex()).isEmpty();
      assertThat(stress.getStress()).contains(0.5);
      assertThat(stress.getStatus()).isEmpty();
      assertThat(status.getStress()).isEmpty();
      assertThat(status.getStatus()).contains(io.plimsoll.contract.VenueStatus.DOWN);
      assertThat(settings.getCategory()).isEmpty();
      assertThat(settings.getMarginCall()).isEmpty();
    }

    @Test
    void ofSettingsSaysAllOfThem() {
      Settings told = new Settings(Mode.NETTED, "eth", new BigDecimal("1.15"));
      AccountSettings settings =
          (AccountSettings) InputRecord.of(new SettingsUpdate(ORIGIN, 5, 3, "a", told)).value();

      assertThat(settings.getTimestamp()).isEqualTo(Instant.ofEpochMilli(3));
      assertThat(settings.getMode()).isEqualTo(io.plimsoll.contract.Mode.NETTED);
      assertThat(settings.getCategory()).contains("eth");
      assertThat(settings.getMarginCall().orElseThrow()).isEqualByComparingTo("1.15");
    }

    /** A late position is applied later than it says; the record says what it says. */
    @Test
    void ofAPositionBearsItsOwnTime() {
      PositionUpdate position =
          (PositionUpdate)
              InputRecord.of(
                      new io.plimsoll.jobs.market.PositionUpdate(
                          ORIGIN,
                          9,
                          4,
                          "alice",
                          "l2",
                          "ETH",
                          Kind.LONG,
                          new BigDecimal("0.000000000000000001"),
                          new BigDecimal("1730.5"),
                          12))
                  .value();

      assertThat(position.getTimestamp()).isEqualTo(Instant.ofEpochMilli(4));
      assertThat(position.getAmount()).isEqualByComparingTo("0.000000000000000001");
      assertThat(position.getEntryPrice().orElseThrow()).isEqualByComparingTo("1730.5");
      assertThat(position.getVenue()).contains("l2");
      assertThat(position.getSequence()).contains(12L);
    }
  }

  @Test
  void aKindHasTheTopicThatOptionsGiveIt() {
    InputTopics topics =
        new InputTopics(Map.of("q", RowKind.QUOTES, "positions", RowKind.POSITIONS));

    assertThat(topics.topic(RowKind.QUOTES)).isEqualTo("q");
    assertThat(topics.topic(RowKind.CANDLES)).isEqualTo("q");
    assertThat(topics.topic(RowKind.POSITIONS)).isEqualTo("positions");
  }
}
