package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedFilesTest {

  private static final long T = 1_583_020_800_000L;
  private static final long DAY_MS = 86_400_000L;

  @TempDir private Path path;
  private TypedDirectory directory;

  @BeforeEach
  void anEmptyDirectory() {
    directory = new TypedDirectory(path);
  }

  private List<PlayedRow> play() throws IOException {
    List<PlayedRow> rows = new ArrayList<>();
    try (PlayedFiles files = new PlayedFiles(directory.open(), Fixture.parameters())) {
      for (Optional<PlayedRow> row = files.next(); row.isPresent(); row = files.next()) {
        rows.add(row.orElseThrow());
      }
    }
    return rows;
  }

  private List<String> said() throws IOException {
    return play().stream().map(row -> row.said().map(PlayedFilesTest::text).orElse("-")).toList();
  }

  private static String text(MarketEvent event) {
    return event.instant() - T + (event instanceof Quote quote ? " " + quote.priceUsd() : "");
  }

  @Test
  void filesAreMergedByEventTime() throws IOException {
    directory
        .with("quotes-a.csv", "timestamp,asset,price", T + ",ETH,1", (T + 20) + ",ETH,3")
        .with("quotes-b.csv", "timestamp,asset,price", (T + 10) + ",ETH,2", (T + 30) + ",ETH,4");

    assertThat(said()).containsExactly("0 1.0", "10 2.0", "20 3.0", "30 4.0");
  }

  @Test
  void tiesGoByFileNameThenLine() throws IOException {
    directory
        .with("quotes-b.csv", "timestamp,asset,price", T + ",ETH,3", T + ",ETH,4")
        .with("quotes-a.csv", "timestamp,asset,price", T + ",ETH,1", T + ",ETH,2");

    assertThat(said()).containsExactly("0 1.0", "0 2.0", "0 3.0", "0 4.0");
  }

  @Test
  void aCandleIsAQuoteOfItsClose() throws IOException {
    directory
        .with("candles.csv", "timestamp,asset,open,high,low,close", T + ",ETH,1,9,1,7")
        .with("quotes.csv", "timestamp,asset,price", T + ",ETH,1");

    long interval = Fixture.parameters().candleIntervalMs();
    assertThat(said()).containsExactly("0 1.0", interval + " 7.0");
  }

  @Test
  void aWrongYearHoldsNothingUp() throws IOException {
    directory
        .with(
            "quotes-a.csv",
            "timestamp,asset,price",
            T + ",ETH,1",
            (T + 999 * DAY_MS) + ",ETH,9",
            (T + 10) + ",ETH,2")
        .with("quotes-b.csv", "timestamp,asset,price", (T + 20) + ",ETH,3");

    assertThat(said()).containsExactly("0 1.0", 999 * DAY_MS + " 9.0", "10 2.0", "20 3.0");
  }

  @Test
  void aLateRowKeepsItsPlaceAndItsTime() throws IOException {
    directory.with(
        "positions.csv",
        "timestamp,account,asset,kind,amount",
        (T + 10) + ",a,ETH,DEBT,1",
        T + ",a,ETH,DEBT,2");

    assertThat(said()).containsExactly("10", "0");
  }

  @Test
  void whatABackfillRefusesForWhatItSaysIsSaid() throws IOException {
    directory.with(
        "positions.csv", "timestamp,account,asset,kind,amount,venue", T + ",a,NONE,DEBT,1,l2");

    PlayedRow row = play().get(0);

    assertThat(row.isInTime()).isFalse();
    assertThat(row.said())
        .get()
        .isInstanceOfSatisfying(
            PositionUpdate.class,
            update -> {
              assertThat(update.asset()).isEqualTo("NONE");
              assertThat(update.venue()).isEqualTo("l2");
            });
  }

  @Test
  void whatCannotBeReadIsNotSaid() throws IOException {
    directory.with(
        "quotes.csv",
        "timestamp,asset,price",
        T + ",ETH",
        "soon,ETH,1",
        T + ",,1",
        T + ",ETH,NaN",
        T + ",ETH,1");

    assertThat(said()).containsExactly("-", "-", "-", "-", "0 1.0");
  }

  @Test
  void aFileThatCannotBeReadOnHasGivenAllRowsBeforeAndIsNamed() throws IOException {
    directory.with("quotes.csv", "timestamp,asset,price", T + ",ETH,1", T + ",\"ETH,1");

    try (PlayedFiles files = new PlayedFiles(directory.open(), Fixture.parameters())) {
      assertThat(files.next()).isPresent();
      assertThatThrownBy(files::next)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("quotes.csv");
    }
  }
}
