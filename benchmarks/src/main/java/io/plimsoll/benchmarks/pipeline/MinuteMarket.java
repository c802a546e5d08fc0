package io.plimsoll.benchmarks.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * History of one-minute quotes as a directory of files (risk model §12), drawn from a seed: a file
 * of quotes for each asset, the holdings of the accounts at the first instant, the parameters.
 *
 * <p>Log-prices are random walks, of which {@value #COMMON} is common to all; the last asset is a
 * dollar and hardly moves. Three accounts of four owe dollars against one to three assets, the
 * fourth owes an asset against dollars; their health factors start between {@value #LEAST_HEALTH}
 * and about 4. Accounts do not change afterwards.
 *
 * <p>Rows are written as they are drawn: memory does not follow the length of the history.
 *
 * @param days of history
 * @param assets two at least
 * @param accounts with two to four holdings each
 * @param seed of everything drawn
 * @param volatility a year, of every asset but the dollar
 */
record MinuteMarket(int days, int assets, int accounts, long seed, double volatility) {

  static final long FIRST_INSTANT = 1_577_836_800_000L;
  static final long MINUTE_MS = 60_000L;
  static final int MINUTES_A_DAY = 1440;

  /** Whose presence says that all are there. */
  static final String LAST_FILE = "parameters.yaml";

  private static final double DOLLAR_VOLATILITY = 0.01;
  private static final double COMMON = 0.6;
  private static final double LEAST_HEALTH = 1.02;
  private static final double MINUTES_A_YEAR = 365.0 * MINUTES_A_DAY;
  private static final double THRESHOLD = 0.8;
  private static final double DOLLARS_HELD = 10_000;

  /** Rows of quotes. */
  long quotes() {
    return (long) days * MINUTES_A_DAY * assets;
  }

  /** Writes the files. */
  void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    double[] first = firstPrices();
    for (int asset = 0; asset < assets; asset++) {
      writeQuotes(directory.resolve("quotes-" + name(asset) + ".csv"), asset, first[asset]);
    }
    writePositions(directory.resolve("positions.csv"), first);
    writeParameters(directory.resolve(LAST_FILE));
  }

  private String name(int asset) {
    return isDollar(asset) ? "USD" : "COIN-" + (asset + 1);
  }

  private boolean isDollar(int asset) {
    return asset == assets - 1;
  }

  private double[] firstPrices() {
    SplittableRandom random = new SplittableRandom(seed);
    double[] prices = new double[assets];
    for (int asset = 0; asset < assets; asset++) {
      prices[asset] = isDollar(asset) ? 1 : Math.exp(random.nextDouble(0, 10));
    }
    return prices;
  }

  private void writeQuotes(Path file, int asset, double first) throws IOException {
    SplittableRandom common = new SplittableRandom(seed + 1); // the same for every asset
    SplittableRandom own = new SplittableRandom(seed + 2 + asset);
    double scale = (isDollar(asset) ? DOLLAR_VOLATILITY : volatility) / Math.sqrt(MINUTES_A_YEAR);
    double ownShare = Math.sqrt(1 - COMMON * COMMON);
    String asFeed = "," + name(asset) + ",";
    double log = Math.log(first);
    StringBuilder row = new StringBuilder(64);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("timestamp,asset,price,source\n");
      for (long minute = 0; minute < (long) days * MINUTES_A_DAY; minute++) {
        row.setLength(0);
        row.append(FIRST_INSTANT + minute * MINUTE_MS).append(asFeed);
        Decimals.append(Math.exp(log), row);
        row.append(",feed\n");
        out.append(row);
        log += scale * (COMMON * common.nextGaussian() + ownShare * own.nextGaussian());
      }
    }
  }

  private void writePositions(Path file, double[] prices) throws IOException {
    SplittableRandom random = new SplittableRandom(seed - 1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("timestamp,account,asset,kind,amount\n");
      for (int account = 0; account < accounts; account++) {
        // Many are careful, some are not.
        double health = LEAST_HEALTH + 1.5 * random.nextDouble() + 1.5 * random.nextDouble();
        double worth = DOLLARS_HELD * Math.exp(random.nextGaussian());
        double debt = worth * THRESHOLD / health;
        if (random.nextInt(4) == 0) {
          int owed = random.nextInt(assets - 1);
          writeHolding(out, account, assets - 1, "COLLATERAL", worth);
          writeHolding(out, account, owed, "DEBT", debt / prices[owed]);
        } else {
          int held = 1 + random.nextInt(Math.min(3, assets - 1));
          int asset = random.nextInt(assets - 1);
          for (int i = 0; i < held; i++) {
            writeHolding(out, account, asset, "COLLATERAL", worth / held / prices[asset]);
            asset = (asset + 1) % (assets - 1);
          }
          writeHolding(out, account, assets - 1, "DEBT", debt);
        }
      }
    }
  }

  private void writeHolding(BufferedWriter out, int account, int asset, String kind, double amount)
      throws IOException {
    StringBuilder row = new StringBuilder(64);
    row.append(FIRST_INSTANT).append(",account-").append(account).append(',');
    row.append(name(asset)).append(',').append(kind).append(',');
    Decimals.append(amount, row);
    out.append(row.append('\n'));
  }

  private void writeParameters(Path file) throws IOException {
    StringBuilder yaml =
        new StringBuilder("global: {barInterval: 1m, halfLife: 6h, window: 1h}\nassets:\n");
    for (int asset = 0; asset < assets; asset++) {
      yaml.append("  ")
          .append(name(asset))
          .append(": {liquidationThreshold: ")
          .append(THRESHOLD)
          .append(", maxAge: 5m, referenceVolatility: ")
          .append(isDollar(asset) ? DOLLAR_VOLATILITY : volatility)
          .append(", sensitivity: 0.1, minLoadFactor: 0.85, tightenPerHour: 0.01}\n");
    }
    Files.writeString(file, yaml);
  }
}
