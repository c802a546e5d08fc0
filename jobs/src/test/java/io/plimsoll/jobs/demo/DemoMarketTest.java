package io.plimsoll.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMarketTest {

  private static final int FEW = 300;

  @TempDir Path directory;

  @Nested
  @DisplayName("the seed")
  class TheSeed {

    @Test
    void givesTheSameBytesEveryTime() throws IOException {
      assertThat(written(7, "first")).isEqualTo(written(7, "second"));
    }

    @Test
    void givesOtherBytesThanAnother() throws IOException {
      Map<String, String> one = written(7, "one");
      Map<String, String> other = written(8, "other");
      assertThat(one).hasSameSizeAs(other);
      one.forEach(
          (name, text) -> {
            if (!name.equals("parameters.yaml") && !name.equals("indices.csv")) {
              assertThat(text).as(name).isNotEqualTo(other.get(name));
            }
          });
    }

    @Test
    void makesTheSameMarketForFewAccountsAsForMany() throws IOException {
      new DemoMarket(7, 10).write(directory.resolve("ten"));
      new DemoMarket(7, 20).write(directory.resolve("twenty"));
      for (QuoteSource source : QuoteSource.values()) {
        String name = "quotes-" + source.text() + ".csv";
        assertThat(directory.resolve("ten").resolve(name))
            .hasSameTextualContentAs(directory.resolve("twenty").resolve(name));
      }
    }

    private Map<String, String> written(long seed, String name) throws IOException {
      Path to = directory.resolve(name);
      new DemoMarket(seed, FEW).write(to);
      Map<String, String> files = new TreeMap<>();
      try (Stream<Path> paths = Files.list(to)) {
        for (Path path : paths.toList()) {
          files.put(path.getFileName().toString(), Files.readString(path));
        }
      }
      return files;
    }
  }

  @Nested
  @DisplayName("the files")
  class TheFiles {

    @Test
    void areThoseOfTheRiskModel() throws IOException {
      new DemoMarket(7, FEW).write(directory);
      assertThat(header("quotes-alpha.csv")).isEqualTo("timestamp,asset,price,source,confidence");
      assertThat(header("indices.csv")).isEqualTo("timestamp,asset,exchange_rate,borrow_index");
      assertThat(header("stress.csv")).isEqualTo("timestamp,venue,stress,status");
      assertThat(header("accounts.csv")).isEqualTo("timestamp,account,mode,category,margin_call");
      assertThat(header("positions.csv"))
          .isEqualTo("timestamp,account,asset,kind,amount,entry_price,venue,sequence");
      assertThat(directory.resolve("parameters.yaml")).isRegularFile();
    }

    @Test
    void stayWithinTheTwoDays() throws IOException {
      new DemoMarket(7, FEW).write(directory);
      for (String[] row : rows("positions.csv")) {
        assertThat(Long.parseLong(row[0])).isBetween(DemoMarket.FIRST_INSTANT, DemoMarket.END - 1);
      }
    }

    @Test
    void areAsLargeAsADemoCanBearByDefault() throws IOException {
      DemoMarket.byDefault().write(directory);
      long quotes =
          Stream.of("alpha", "beta", "gamma")
              .mapToLong(source -> rows("quotes-" + source + ".csv").size())
              .sum();
      List<String[]> positions = rows("positions.csv");
      assertThat(quotes).isBetween(55_000L, 80_000L);
      assertThat(positions).hasSizeBetween(30_000, 50_000);
      assertThat(positions.stream().map(row -> row[1]).distinct())
          .hasSize(DemoMarket.DEFAULT_ACCOUNTS);
    }

    @Test
    void bringSomeUpdatesTwiceOutOfSequenceOrLate() throws IOException {
      new DemoMarket(7, 3_000).write(directory);
      Map<String, Long> applied = new TreeMap<>();
      int superseded = 0;
      int late = 0;
      long clock = 0;
      for (String[] row : rows("positions.csv")) {
        late += Long.parseLong(row[0]) < clock ? 1 : 0;
        clock = Math.max(clock, Long.parseLong(row[0]));
        if (!row[7].isEmpty()) {
          String key = String.join("/", row[1], row[2], row[3], row[6]);
          long sequence = Long.parseLong(row[7]);
          superseded += sequence <= applied.getOrDefault(key, 0L) ? 1 : 0;
          applied.merge(key, sequence, Math::max);
        }
      }
      assertThat(superseded).isBetween(20, 300);
      assertThat(late).isBetween(1, 20);
    }

    @Test
    void holdNoNegativeAmountAndEntryPricesOnlyOfPerpetuals() throws IOException {
      new DemoMarket(7, FEW).write(directory);
      for (String[] row : rows("positions.csv")) {
        assertThat(row[4]).as(String.join(",", row)).matches("\\d+(\\.\\d+)?");
        boolean perpetual = row[3].equals("LONG") || row[3].equals("SHORT");
        assertThat(row[5].isEmpty()).as(String.join(",", row)).isNotEqualTo(perpetual);
      }
    }

    @Test
    void knowEveryMode() throws IOException {
      new DemoMarket(7, FEW).write(directory);
      Set<String> modes = new HashSet<>();
      rows("accounts.csv").forEach(row -> modes.add(row[2]));
      assertThat(modes).containsExactlyInAnyOrder("GROSS", "NETTED", "ISOLATED");
    }

    @Test
    void leaveTheOneOracleSilentAtTheWorstMoment() throws IOException {
      new DemoMarket(7, 1).write(directory);
      for (String source : List.of("alpha", "beta")) {
        assertThat(
                rows("quotes-" + source + ".csv").stream()
                    .filter(row -> row[1].equals("AVAX"))
                    .mapToLong(row -> Long.parseLong(row[0]))
                    .filter(instant -> Math.abs(instant - Timetable.millis(2_490)) < 80 * 60_000))
            .isEmpty();
      }
    }
  }

  @Test
  void aMarketHasAccounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoMarket(7, 0))
        .withMessage("0 accounts; allowed is 1 or more");
  }

  private String header(String name) throws IOException {
    return Files.readAllLines(directory.resolve(name)).get(0);
  }

  private List<String[]> rows(String name) {
    try (Stream<String> lines = Files.lines(directory.resolve(name))) {
      return lines.skip(1).map(line -> line.split(",", -1)).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
