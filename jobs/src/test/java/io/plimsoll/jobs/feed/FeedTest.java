package io.plimsoll.jobs.feed;

import static io.plimsoll.jobs.feed.FakeStopwatch.NANOS_PER_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.kafka.InputRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {

  private static final long T = 1_583_020_800_000L;
  private static final long LATENESS_MS = 200;

  @TempDir private Path directory;

  private final FakeStopwatch stopwatch = new FakeStopwatch();
  private final List<InputRecord> sent = new ArrayList<>();
  private final List<Long> sentAt = new ArrayList<>();
  private final List<FeedProgress> progress = new ArrayList<>();

  private final List<Long> told = new ArrayList<>();
  private final List<Long> toldAt = new ArrayList<>();
  private long heartbeatMs;
  private long perRecordMs;

  private void file(String name, String... lines) throws Exception {
    Files.write(directory.resolve(name), List.of(lines));
  }

  private FeedResult feed(Speed speed) throws Exception {
    long start = stopwatch.nanos();
    Feed feed =
        new Feed(
            speed,
            stopwatch,
            new Heartbeats(
                heartbeatMs,
                LATENESS_MS,
                upTo -> {
                  told.add(upTo);
                  toldAt.add((stopwatch.nanos() - start) / NANOS_PER_MS);
                }),
            record -> {
              sent.add(record);
              sentAt.add((stopwatch.nanos() - start) / NANOS_PER_MS);
              stopwatch.pass(perRecordMs);
            },
            progress::add);
    try (PlayedFiles rows = new PlayedFiles(DataDirectory.open(directory), Fixture.parameters())) {
      return feed.run(rows);
    }
  }

  @Test
  void eachRecordIsSentWhenItIsDue() throws Exception {
    file("quotes.csv", "timestamp,asset,price", T + ",ETH,1", (T + 120_000) + ",ETH,2");
    file("positions.csv", "timestamp,account,asset,kind,amount", T + 60_000 + ",a,ETH,DEBT,1");

    FeedResult result = feed(new Speed(60));

    assertThat(result).isEqualTo(new FeedResult(3, 0, List.of(), T + 120_000));
    assertThat(sent).extracting(InputRecord::key).containsExactly("ETH", "a", "ETH");
    assertThat(sentAt).containsExactly(0L, 1_000L, 2_000L);
  }

  @Test
  void whatIsRefusedForWhatItSaysIsSentAndWaitsForNothing() throws Exception {
    file(
        "quotes.csv",
        "timestamp,asset,price",
        T + ",ETH,1",
        (T + 365 * 86_400_000L) + ",ETH,2",
        (T + 60_000) + ",ETH,-1",
        (T + 60_000) + ",NONE,3",
        (T + 60_000) + ",ETH,4");

    FeedResult result = feed(new Speed(60));

    assertThat(result.sent()).isEqualTo(5);
    assertThat(result.unsent()).isZero();
    assertThat(sentAt).containsExactly(0L, 0L, 0L, 0L, 1_000L);
  }

  @Test
  void whatNoRecordCanSayIsCountedAndTold() throws Exception {
    List<String> lines = new ArrayList<>(List.of("timestamp,asset,price", T + ",ETH,1"));
    for (int i = 0; i <= Feed.TOLD; i++) {
      lines.add(T + ",ETH,dear");
    }
    lines.add("yesterday,ETH,2");
    lines.add(T + ",ETH,2");
    file("quotes.csv", lines.toArray(String[]::new));

    FeedResult result = feed(Speed.MAX);

    assertThat(result.sent()).isEqualTo(2);
    assertThat(result.unsent()).isEqualTo(Feed.TOLD + 2);
    assertThat(result.firstUnsent()).hasSize(Feed.TOLD);
    assertThat(result.firstUnsent().get(0))
        .isEqualTo("quotes.csv, line 3: price \"dear\": a finite number");
  }

  @Test
  void itsEndIsTheLastProgress() throws Exception {
    file("quotes.csv", "timestamp,asset,price", T + ",ETH,1", (T + 600_000) + ",ETH,2");

    feed(new Speed(60));

    assertThat(progress).last().isEqualTo(new FeedProgress(2, T + 600_000, 10.0));
    assertThat(progress.get(0).line()).contains("2020-03-01 00:10:00", " rows/s");
  }

  @Test
  void whileItWaitsHeartbeatsGoAsFarAsEventTimeHasPassed() throws Exception {
    heartbeatMs = 400;
    file("quotes.csv", "timestamp,asset,price", T + ",ETH,1", (T + 60_000) + ",ETH,2");

    feed(new Speed(60));

    assertThat(sentAt).containsExactly(0L, 1_000L);
    assertThat(toldAt).containsExactly(400L, 800L, 1_000L);
    assertThat(told).containsExactly(T + 24_000 - 1, T + 48_000 - 1, T + 60_000);
  }

  @Test
  void aHeartbeatKeepsTheLatenessBehindTheNextRow() throws Exception {
    heartbeatMs = 100;
    file("quotes.csv", "timestamp,asset,price", T + ",ETH,1", (T + 250) + ",ETH,2");

    feed(new Speed(1));

    assertThat(told).containsExactly(T + 49, T + 49, T + 250);
  }

  @Test
  void atFullSpeedTheyComeByTheTimeOfDayAndSpeakOfAllRowsBeforeTheNext() throws Exception {
    heartbeatMs = 400;
    perRecordMs = 150;
    file(
        "quotes.csv",
        "timestamp,asset,price",
        T + ",ETH,1",
        (T + 1_000) + ",ETH,2",
        (T + 2_000) + ",ETH,3",
        (T + 3_000) + ",ETH,4",
        (T + 4_000) + ",ETH,5");

    feed(Speed.MAX);

    assertThat(sentAt).containsExactly(0L, 150L, 300L, 450L, 600L);
    assertThat(told).containsExactly(T + 3_000 - LATENESS_MS - 1, T + 4_000);
    assertThat(toldAt).containsExactly(450L, 750L);
  }

  @Test
  void beforeARowThatIsRefusedNothingIsTold() throws Exception {
    heartbeatMs = 100;
    perRecordMs = 500;
    file(
        "quotes.csv",
        "timestamp,asset,price",
        (T + 5_000) + ",ETH,1",
        (T + 4_900) + ",ETH,2",
        (T + 6_000) + ",ETH,3");

    FeedResult result = feed(Speed.MAX);

    assertThat(result.sent()).isEqualTo(3);
    assertThat(told).containsExactly(T + 6_000 - LATENESS_MS - 1, T + 6_000);
  }

  @Test
  void withoutAnIntervalAndWithoutRowsNothingIsTold() throws Exception {
    file("quotes.csv", "timestamp,asset,price", T + ",ETH,1", (T + 60_000) + ",ETH,2");
    feed(new Speed(60));
    assertThat(told).isEmpty();

    heartbeatMs = 100;
    file("quotes.csv", "timestamp,asset,price");
    assertThat(feed(Speed.MAX).lastInstant()).isEqualTo(FeedResult.NOTHING);
    assertThat(told).isEmpty();
  }
}
