package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.files.Playback.Emission;
import io.plimsoll.jobs.files.Playback.Emitted;
import io.plimsoll.jobs.files.Playback.Passed;
import io.plimsoll.jobs.intake.RowClock;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A candle counts when it closes, and so does the refusal of one. */
class CandleRefusalsTest {

  private static final long T = 1_583_020_800_000L;
  private static final String CANDLES = "timestamp,asset,open,high,low,close";

  @TempDir private Path path;

  private static String candle(long offset, String close) {
    return (T + offset) + ",ETH,1,1,1," + close;
  }

  @Test
  void standAtTheCloseOfTheLastCandleAccepted() throws Exception {
    Playback playback =
        new TypedDirectory(path)
            .with("candles.csv", CANDLES, candle(0, "100"), candle(60_000, "0"), candle(0, "-1"))
            .play(0)
            .run();
    assertThat(playback.refusals())
        .extracting(Refusal::instant)
        .containsExactly(T + 60_000, T + 60_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 90_000})
  void areNeverAtOrBehindTheWatermark(long latenessMs) throws Exception {
    List<String> lines = new ArrayList<>(List.of(CANDLES));
    for (int i = 0; i < 3000; i++) {
      long offset = i * 60_000L;
      lines.add(candle(offset, i % 7 == 3 ? "0" : "100"));
      if (i % 11 == 5) {
        lines.add(candle(offset - 200_000, "100")); // late
      }
      if (i % 13 == 6) {
        lines.add(candle(offset + 9 * RowClock.DAY_MS, "100")); // far ahead
      }
    }
    Playback playback =
        new TypedDirectory(path)
            .with("candles.csv", lines.toArray(String[]::new))
            .play(latenessMs)
            .run();

    long watermark = Long.MIN_VALUE;
    for (Emission emission : playback.emissions()) {
      if (emission instanceof Passed passed) {
        watermark = passed.watermark();
      } else if (emission instanceof Emitted emitted) {
        assertThat(emitted.intake().instant()).as("%s", emitted).isGreaterThan(watermark);
      }
    }
    assertThat(playback.refusals())
        .extracting(Refusal::reason)
        .contains(RefusalReason.NON_POSITIVE, RefusalReason.LATE, RefusalReason.FUTURE);
  }
}
