package io.plimsoll.jobs.compare;

import io.plimsoll.jobs.ledger.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files of a run, as a test wants them: lines are added in the order of time, and the summary
 * says what they come to unless the test says otherwise.
 */
public final class RunFiles {

  /** 12 March 2020, noon. */
  public static final long NOON = 1_584_014_400_000L;

  public static final long MINUTE = 60_000L;

  private final Path directory;
  private final List<String> events = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long rowsRead = 1_234;

  public RunFiles(Path directory) {
    this.directory = directory;
  }

  /** An event without terms; debt and equity in USD. */
  public RunFiles event(
      long instant, String account, String from, String to, double debt, double equity) {
    return event(instant, account, from, to, debt, equity, "");
  }

  /** An event that offers to repay so much. */
  public RunFiles offer(
      long instant, String account, String from, String to, double debt, double repayValue) {
    return event(
        instant,
        account,
        from,
        to,
        debt,
        1,
        ",\"terms\":{\"repayVenue\":\"main\",\"repayAsset\":\"USDC\",\"repayAmount\":\"7\","
            + "\"repayValue\":"
            + repayValue
            + ",\"seizeVenue\":\"main\",\"seizeAsset\":\"ETH\",\"seizeAmount\":\"1\",\"bonus\":0.1,"
            + "\"protocolFee\":0.0,\"healthFactorAfter\":1.05}");
  }

  /** An event that offers to close so many units of a perpetual on ETH, at the mark. */
  public RunFiles close(
      long instant, String account, String from, String to, String amount, double equity) {
    return event(
        instant,
        account,
        from,
        to,
        0,
        equity,
        ",\"terms\":{\"closeAsset\":\"ETH\",\"closeKind\":\"LONG\",\"closeAmount\":\""
            + amount
            + "\",\"bankruptcyPrice\":90.0,\"healthFactorAfter\":null}");
  }

  private RunFiles event(
      long instant,
      String account,
      String from,
      String to,
      double debt,
      double equity,
      String terms) {
    saw(instant);
    events.add(
        String.format(
            Locale.ROOT,
            "{\"id\":\"x\",\"account\":\"%s\",\"instant\":%d,\"from\":\"%s\",\"to\":\"%s\","
                + "\"doubts\":[],\"healthFactor\":0.9,\"assets\":9.0,\"liabilities\":10.0,"
                + "\"collateralValue\":12.0,\"debtValue\":%s,\"equity\":%s,\"ltv\":0.8,"
                + "\"liquidationPrices\":{\"ETH\":1.0},\"marks\":{\"ETH\":100.5,\"USDC\":1.0}%s}",
            account,
            instant,
            from,
            to,
            debt,
            equity,
            terms));
    return this;
  }

  /** A bar of ETH. */
  public RunFiles bar(long instant) {
    saw(instant);
    states.add(
        "{\"instant\":"
            + instant
            + ",\"asset\":\"ETH\",\"mid\":100.5,\"low\":100.0,\"high\":101.0,\"status\":\"OK\","
            + "\"volatility\":0.8,\"loadFactor\":1.0}");
    return this;
  }

  /** A row that was refused. */
  public RunFiles refused(String reason) {
    refused.add(
        "{\"file\":\"quotes.csv\",\"line\":2,\"reason\":\"" + reason + "\",\"record\":\"1\"}");
    return this;
  }

  /** The rows of input. */
  public RunFiles rowsRead(long rows) {
    rowsRead = rows;
    return this;
  }

  /** Writes all four files. */
  public Path write() throws IOException {
    Files.createDirectories(directory);
    Files.write(directory.resolve(OutputDirectory.MARGIN_EVENTS), events);
    Files.write(directory.resolve(OutputDirectory.ASSET_STATES), states);
    Files.write(directory.resolve(OutputDirectory.REFUSED), refused);
    boolean any = first <= last;
    Files.writeString(
        directory.resolve(OutputDirectory.SUMMARY),
        String.format(
            Locale.ROOT,
            "{\"firstInstant\":%s,\"lastInstant\":%s,\"events\":{\"total\":%d},"
                + "\"refused\":{\"total\":%d},\"run\":{\"rowsRead\":%d}}%n",
            any ? first : null,
            any ? last : null,
            events.size(),
            refused.size(),
            rowsRead));
    return directory;
  }

  private void saw(long instant) {
    first = Math.min(first, instant);
    last = Math.max(last, instant);
  }
}
