package io.plimsoll.jobs.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.jobs.demo.DemoMarket;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.watch.Unit;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.ExactSums;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of all accounts, beside each account looked at by itself. */
class BookPictureTest {

  private static final long SEED = Long.getLong("plimsoll.seed", System.nanoTime());
  private static final long END = DemoMarket.END;
  private static final int ACCOUNTS = 400;

  /** What an account has, owes by its line, and owes in dollars; exact sums, rounded once. */
  private record Naive(double assets, double liabilities, double owedUsd, boolean below) {}

  @TempDir static Path directory;
  private static RiskParameters parameters;
  private static final Map<String, Double> MIDS = new LinkedHashMap<>();
  private static final Map<String, Double> LOAD_FACTORS = new LinkedHashMap<>();

  @BeforeAll
  static void drawAMarket() throws IOException {
    System.out.println("seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    new DemoMarket(random.nextLong(1_000_000), ACCOUNTS).write(directory);
    parameters = ParameterFile.load(directory.resolve("parameters.yaml"));
    for (String line : Files.readAllLines(directory.resolve("quotes-alpha.csv"))) {
      String[] cells = line.split(",", -1);
      if (parameters.knows(cells[1]) && !MIDS.containsKey(cells[1])) {
        // Fallen by up to a third: some are below their line, and most are not.
        MIDS.put(cells[1], Double.parseDouble(cells[2]) * (1 - random.nextDouble() / 3));
        LOAD_FACTORS.put(cells[1], 0.7 + 0.3 * random.nextDouble());
      }
    }
  }

  /** All rows, at prices of which one may be moved. */
  private static Book book(String moved, double move) throws IOException {
    Book book = new Book(parameters);
    try (AccountRows rows = new AccountRows(DataDirectory.open(directory), parameters)) {
      while (rows.next() != Long.MAX_VALUE) {
        rows.applyTo(book);
      }
    }
    MIDS.forEach(
        (asset, mid) ->
            book.apply(
                new StateLine(
                    END,
                    asset,
                    asset.equals(moved) ? mid * (1 + move) : mid,
                    "OK",
                    0.5,
                    LOAD_FACTORS.get(asset))));
    return book;
  }

  private static Map<String, Naive> oneByOne(Book book) {
    Map<String, Naive> all = new LinkedHashMap<>();
    book.forEach(END, unit -> all.put(unit.name(), naive(unit, book)));
    return all;
  }

  private static Naive naive(Unit unit, Book book) {
    Assessment assessment = new Assessment(book.assets());
    assessment.assess(unit.portfolio(), Factor.ONE);
    ExactSums sums = assessment.exact();
    boolean borrows = unit.portfolio().holdings().stream().anyMatch(h -> h.kind() == Kind.DEBT);
    return new Naive(
        sums.assets().toDouble(),
        sums.liabilities().toDouble(),
        borrows ? sums.debtValue().toDouble() : sums.liabilities().toDouble(),
        sums.assets().isBelow(sums.liabilities()));
  }

  @Test
  void countsAccountsByHealthFactor() throws IOException {
    Book book = book("", 0);
    HealthBins health = BookPicture.of(book, END).health();
    long[] counts = new long[HealthBins.EDGES.size() + 1];
    double[] owed = new double[counts.length];
    long free = 0;
    for (Naive one : oneByOne(book).values()) {
      if (one.liabilities() == 0) {
        free++;
        continue;
      }
      double healthFactor = one.assets() / one.liabilities();
      int bin = (int) HealthBins.EDGES.stream().filter(edge -> healthFactor >= edge).count();
      counts[bin]++;
      owed[bin] += one.owedUsd();
    }
    assertThat(health.accounts()).containsExactly(counts);
    assertThat(health.owedUsd()).containsExactly(owed, within(1e-6 * Arrays.stream(owed).sum()));
    assertThat(health.free()).isEqualTo(free);
    assertThat(Arrays.stream(counts).filter(count -> count > 0).count()).isGreaterThan(5);
  }

  @Test
  void saysWhoWouldFallIfOnePriceMoved() throws IOException {
    Book book = book("", 0);
    AssetTable assets = book.assets();
    LiquidationMap map = BookPicture.of(book, END).map();
    Map<String, Naive> now = oneByOne(book);
    assertThat(map.belowUsd())
        .isCloseTo(
            now.values().stream().filter(Naive::below).mapToDouble(Naive::owedUsd).sum(),
            within(1e-6 * (1 + map.belowUsd())));
    int compared = 0;
    for (String asset : MIDS.keySet()) {
      for (int i = 0; i < LiquidationMap.MOVES.size(); i += 13) {
        Map<String, Naive> then = oneByOne(book(asset, LiquidationMap.MOVES.get(i)));
        long fallen = 0;
        double owed = 0;
        for (Map.Entry<String, Naive> one : now.entrySet()) {
          if (!one.getValue().below() && then.get(one.getKey()).below()) {
            fallen++;
            owed += one.getValue().owedUsd();
          }
        }
        int id = assets.id(asset);
        assertThat(map.accounts(id)[i])
            .as("%s by %s", asset, LiquidationMap.MOVES.get(i))
            .isEqualTo(fallen);
        assertThat(map.owedUsd(id)[i])
            .as("%s by %s", asset, LiquidationMap.MOVES.get(i))
            .isCloseTo(owed, within(1e-6 * (1 + owed)));
        compared += fallen > 0 ? 1 : 0;
      }
    }
    assertThat(compared).as("moves that bring somebody down").isGreaterThan(5);
  }
}
