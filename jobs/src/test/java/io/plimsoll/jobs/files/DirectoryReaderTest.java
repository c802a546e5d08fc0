package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.files.Playback.Emission;
import io.plimsoll.jobs.files.Playback.Emitted;
import io.plimsoll.jobs.files.Playback.Passed;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryReaderTest {

  private static final long T = 1_583_020_800_000L;
  private static final String QUOTES = "timestamp,asset,price";
  private static final String POSITIONS = "timestamp,account,asset,kind,amount";
  private static final String CANDLES = "timestamp,asset,open,high,low,close";

  @TempDir Path path;
  private TypedDirectory directory;

  @BeforeEach
  void aDirectory() {
    directory = new TypedDirectory(path);
  }

  private static String quote(long offset) {
    return (T + offset) + ",ETH,100";
  }

  private static String position(long offset) {
    return (T + offset) + ",a,ETH,DEBT,1";
  }

  private static String candle(long offset) {
    return (T + offset) + ",ETH,1,1,1,100";
  }

  private static ReadOptions to(long latenessMs, long offset) {
    return new ReadOptions(latenessMs, T + offset);
  }

  /** Place, line and instant less T. */
  private List<String> lines(Playback playback) {
    return playback.lines().stream()
        .map(
            line -> {
              int at = line.indexOf('@');
              return at < 0
                  ? line
                  : line.substring(0, at) + (Long.parseLong(line.substring(at + 1)) - T);
            })
        .toList();
  }

  @Nested
  class Order {

    @Test
    void filesAreMergedByEventTime() throws Exception {
      directory
          .with("quotes-a.csv", QUOTES, quote(1), quote(4), quote(5))
          .with("quotes-b.csv", QUOTES, quote(2), quote(3), quote(9))
          .with("positions.csv", POSITIONS, position(0), position(6));

      assertThat(lines(directory.play(0).run()))
          .containsExactly(
              "positions.csv:2 0",
              "quotes-a.csv:2 1",
              "quotes-b.csv:2 2",
              "quotes-b.csv:3 3",
              "quotes-a.csv:3 4",
              "quotes-a.csv:4 5",
              "positions.csv:3 6",
              "quotes-b.csv:4 9");
    }

    @Test
    void aRecordIsEmittedWithItsInstant() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(1)).with("candles.csv", CANDLES, candle(0));

      assertThat(directory.play(0).run().emissions())
          .filteredOn(Emitted.class::isInstance)
          .map(e -> ((Emitted) e).timestamp() - T)
          .containsExactly(1L, 60_000L);
    }

    @Test
    void aCandleStandsWhereItCloses() throws Exception {
      directory
          .with("candles.csv", CANDLES, candle(0), candle(60_000))
          .with("quotes.csv", QUOTES, quote(59_999), quote(60_001));

      assertThat(lines(directory.play(0).run()))
          .containsExactly(
              "quotes.csv:2 59999",
              "candles.csv:2 60000",
              "quotes.csv:3 60001",
              "candles.csv:3 120000");
    }

    @Test
    void aRowFarAheadHoldsUpNobody() throws Exception {
      directory
          .with("quotes-a.csv", QUOTES, quote(0), quote(900_000_000_000L), quote(2))
          .with("quotes-b.csv", QUOTES, quote(1), quote(3));

      assertThat(lines(directory.play(0).run()))
          .containsExactly(
              "quotes-a.csv:2 0",
              "quotes-a.csv:3 FUTURE",
              "quotes-b.csv:2 1",
              "quotes-a.csv:4 2",
              "quotes-b.csv:3 3");
    }
  }

  @Nested
  class Lateness {

    @Test
    void aLateQuoteIsRefusedWithItsRecordAndTheClockOfItsFile() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(10), quote(4));

      assertThat(directory.play(5).run().refusals())
          .singleElement()
          .satisfies(
              refusal -> {
                assertThat(refusal.reason()).isEqualTo(RefusalReason.LATE);
                assertThat(refusal.instant()).isEqualTo(T + 10);
                assertThat(refusal.origin().record()).isEqualTo(quote(4));
                assertThat(refusal.detail())
                    .isEqualTo(
                        "timestamp 1583020800004: at least 1583020800005, the latest accepted"
                            + " before in its file less the allowed lateness of 5 ms");
              });
    }

    @Test
    void indicesAndStressAreRefusedWhenLateToo() throws Exception {
      directory
          .with("indices.csv", "timestamp,asset,borrow_index", (T + 1) + ",ETH,1", T + ",ETH,1")
          .with("stress.csv", "timestamp,venue,stress", (T + 1) + ",main,1", T + ",main,1");

      assertThat(lines(directory.play(0).run()))
          .contains("indices.csv:3 LATE", "stress.csv:3 LATE");
    }

    @Test
    void aLatePositionCountsAtTheClockLessTheLatenessAndKeepsItsTimestamp() throws Exception {
      directory.with("positions.csv", POSITIONS, position(10), position(4), position(5));
      List<Intake> read = directory.play(5).run().intakes();

      assertThat(read)
          .map(p -> (PositionUpdate) p)
          .map(p -> (p.instant() - T) + " of " + (p.timestamp() - T) + " " + p.late())
          .containsExactly("10 of 10 false", "5 of 4 true", "5 of 5 false");
    }

    @Test
    void aLateSettingsRowCountsToo() throws Exception {
      directory.with("accounts.csv", "timestamp,account", (T + 10) + ",a", T + ",b");

      assertThat(lines(directory.play(0).run()))
          .containsExactly("accounts.csv:2 10", "accounts.csv:3 10");
    }

    @Test
    void refusedRowsDoNotMoveTheClock() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(0), (T + 50) + ",XYZ,1", quote(1));

      assertThat(lines(directory.play(0).run()))
          .containsExactly("quotes.csv:2 0", "quotes.csv:3 UNKNOWN_ASSET", "quotes.csv:4 1");
    }

    @Test
    void candlesAreLateByTheirOpenTime() throws Exception {
      directory.with("candles.csv", CANDLES, candle(60_000), candle(59_999));

      assertThat(lines(directory.play(0).run()))
          .containsExactly("candles.csv:2 120000", "candles.csv:3 LATE");
    }

    @Test
    void aRefusalBeforeAnythingWasAcceptedHasInstantZero() throws Exception {
      directory.with("quotes.csv", QUOTES, "x,ETH,1", quote(0));

      assertThat(directory.play(0).run().refusals()).map(Refusal::instant).containsExactly(0L);
    }
  }

  @Nested
  class Watermarks {

    @Test
    void theLastIsTheLastInstant() throws Exception {
      directory
          .with("quotes.csv", QUOTES, quote(1), quote(7), (T + 9) + ",XYZ,1")
          .with("positions.csv", POSITIONS, position(3));

      Playback playback = directory.play(2).run();

      assertThat(playback.lastWatermark()).isEqualTo(T + 7);
      assertThat(playback.emissions()).last().isEqualTo(new Passed(T + 7));
    }

    @Test
    void aCandleCountsByItsClose() throws Exception {
      directory.with("candles.csv", CANDLES, candle(0));

      assertThat(directory.play(0).run().lastWatermark()).isEqualTo(T + 60_000);
    }

    @Test
    void withoutAcceptedRowsThereIsNone() throws Exception {
      directory.with("quotes.csv", QUOTES, "x,ETH,1").with("positions.csv", POSITIONS);

      assertThat(directory.play(0).run().emissions())
          .hasSize(1)
          .noneMatch(Passed.class::isInstance);
    }

    @Test
    void theyComeEveryFewHundredRowsAndNeverTooFar() throws Exception {
      String[] lines =
          IntStream.range(0, 10_000).mapToObj(i -> quote(i / 3)).toArray(String[]::new);
      lines[0] = QUOTES;
      directory.with("quotes.csv", lines);

      Playback playback = directory.play(0).run();

      assertNeverTooFar(playback);
      assertThat(playback.emissions().stream().filter(Passed.class::isInstance).count())
          .isBetween(10_000 / 256L, 10_000 / 256L + 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 40, 100_000})
    void noEventEverComesAtOrBehindTheWatermarkWhateverTheFilesDo(long latenessMs)
        throws Exception {
      SplittableRandom random = new SplittableRandom(latenessMs);
      for (String name : List.of("quotes-a", "quotes-b", "positions", "candles", "accounts")) {
        directory.with(name + ".csv", messy(name, random));
      }

      Playback playback = directory.play(latenessMs).run();

      assertNeverTooFar(playback);
      assertThat(playback.intakes()).hasSize(5 * 3000);
      assertThat(playback.lastWatermark())
          .isEqualTo(
              playback.intakes().stream()
                  .filter(intake -> !(intake instanceof Refusal))
                  .mapToLong(Intake::instant)
                  .max()
                  .orElseThrow());
    }

    private void assertNeverTooFar(Playback playback) {
      long watermark = Long.MIN_VALUE;
      for (Emission emission : playback.emissions()) {
        if (emission instanceof Passed passed) {
          assertThat(passed.watermark()).isGreaterThan(watermark);
          watermark = passed.watermark();
        } else if (emission instanceof Emitted emitted) {
          assertThat(emitted.timestamp()).isGreaterThan(watermark);
        }
      }
    }
  }

  /** Three thousand rows that jitter, jump, fall back, and are wrong now and then. */
  private static String[] messy(String name, SplittableRandom random) {
    String[] lines = new String[3001];
    lines[0] =
        name.startsWith("quotes")
            ? QUOTES
            : name.equals("positions")
                ? POSITIONS
                : name.equals("candles") ? CANDLES : "timestamp,account,mode";
    long time = 0;
    for (int i = 1; i < lines.length; i++) {
      time += random.nextInt(20);
      long offset = time - random.nextInt(60);
      offset += random.nextInt(300) == 0 ? 500_000_000L : 0;
      boolean wrong = random.nextInt(50) == 0;
      lines[i] =
          wrong
              ? "soon,,,"
              : name.startsWith("quotes")
                  ? quote(offset)
                  : name.equals("positions")
                      ? position(offset)
                      : name.equals("candles") ? candle(offset) : (T + offset) + ",a,NETTED";
    }
    return lines;
  }

  @Nested
  class CutAtAnInstant {

    @Test
    void rowsAfterItAreNeitherReadNorRefused() throws Exception {
      directory
          .with("quotes.csv", QUOTES, quote(1), quote(5), quote(6), "x,ETH,1", "y,ETH,1")
          .with("positions.csv", POSITIONS, position(2), position(9));

      Playback playback = directory.play(to(0, 5)).run();

      assertThat(lines(playback))
          .containsExactly("quotes.csv:2 1", "positions.csv:2 2", "quotes.csv:3 5");
      assertThat(playback.lastWatermark()).isEqualTo(T + 5);
    }

    @Test
    void theLastWatermarkIsItEvenWhenNoRowStandsThere() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(1), quote(9));

      assertThat(directory.play(to(0, 5)).run().lastWatermark()).isEqualTo(T + 5);
    }

    @Test
    void nothingCutMeansTheLastInstantIsLast() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(1), quote(3));

      assertThat(directory.play(to(0, 5)).run().lastWatermark()).isEqualTo(T + 3);
    }

    @Test
    void aCandleIsCutByItsClose() throws Exception {
      directory.with("candles.csv", CANDLES, candle(0), candle(1));

      assertThat(lines(directory.play(to(0, 60_000)).run())).containsExactly("candles.csv:2 60000");
    }

    @Test
    void whatMayStillComeWithinTheLatenessIsRead() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(1), quote(8), quote(4), quote(9), quote(5));

      assertThat(lines(directory.play(to(3, 5)).run()))
          .containsExactly("quotes.csv:2 1", "quotes.csv:4 LATE");
    }

    @Test
    void aStrayRowFarAheadDoesNotEndTheFile() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(1), quote(900_000_000_000L), quote(3));

      Playback playback = directory.play(to(0, 5)).run();

      assertThat(lines(playback)).containsExactly("quotes.csv:2 1", "quotes.csv:4 3");
      assertThat(playback.lastWatermark()).isEqualTo(T + 3);
    }

    @Test
    void theRestOfTheFileIsNotEvenLookedAt() throws Exception {
      directory
          .with("quotes.csv.gz", QUOTES, quote(1), quote(9), "\"never closed")
          .with("positions.csv", POSITIONS, position(2));

      assertThat(lines(directory.play(to(0, 5)).run())).hasSize(2);
    }
  }

  @Nested
  class Restored {

    @ParameterizedTest
    @ValueSource(longs = {0, 40})
    void fromAnySnapshotTheRestIsTheSame(long latenessMs) throws Exception {
      SplittableRandom random = new SplittableRandom(7);
      for (String name : List.of("quotes-a", "quotes-b", "positions", "candles")) {
        directory.with(name + ".csv", messy(name, random));
      }
      ReadOptions options = to(latenessMs, 25_000);
      Playback whole = directory.play(options).run();

      for (int at : new int[] {0, 1, 2, 100, 2047, 2048, 2049, 5000, whole.intakes().size()}) {
        Playback parts = directory.play(options);
        List<DirectorySplit> snapshot = new ArrayList<>();
        parts.resume(List.of(DirectorySplit.START), at, snapshot);
        assertThat(parts.intakes()).hasSize(at);
        parts.resume(roundTrip(snapshot), Integer.MAX_VALUE, new ArrayList<>());

        assertThat(sorted(parts.intakes())).isEqualTo(sorted(whole.intakes()));
        assertThat(parts.lastWatermark()).isEqualTo(whole.lastWatermark());
      }
    }

    /** A merge begun anew may order equal instants otherwise; what comes is the same. */
    private List<String> sorted(List<Intake> intakes) {
      return intakes.stream().map(Intake::toString).sorted().toList();
    }

    private List<DirectorySplit> roundTrip(List<DirectorySplit> splits) throws Exception {
      DirectorySplitSerializer serializer = new DirectorySplitSerializer();
      List<DirectorySplit> read = new ArrayList<>();
      for (DirectorySplit split : splits) {
        read.add(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)));
      }
      assertThat(read).isEqualTo(splits);
      return read;
    }

    @Test
    void aFileThatHasShrunkIsSaidSo() throws Exception {
      directory.with("quotes.csv", QUOTES, quote(1), quote(2), quote(3));
      List<DirectorySplit> snapshot = new ArrayList<>();
      directory.play(0).resume(List.of(DirectorySplit.START), 3, snapshot);
      directory.with("quotes.csv", QUOTES, quote(1));

      assertThatThrownBy(() -> directory.play(0).resume(snapshot, 1, new ArrayList<>()))
          .isInstanceOf(InputException.class)
          .hasMessage(path.resolve("quotes.csv") + ": has 1 rows; 3 had been read before");
    }
  }
}
