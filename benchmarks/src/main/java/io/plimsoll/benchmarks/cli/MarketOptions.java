package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.jobs.cli.BadArgumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The market of a run, but for its size. */
final class MarketOptions {

  private static final Pattern HOLDINGS = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");
  private static final int LEAST_HOLDINGS = 2;
  private static final int MOST_ASSETS = 10_000;

  @Option(
      names = "--assets",
      paramLabel = "A",
      defaultValue = "40",
      description = "Assets, a tenth of them stablecoins. Default: ${DEFAULT-VALUE}.")
  private int assets;

  @Option(
      names = "--holdings",
      paramLabel = "N-M",
      defaultValue = "2-5",
      description = "Holdings of an account, fewest and most. Default: ${DEFAULT-VALUE}.")
  private String holdings;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The market is drawn from it. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** The market, checked. */
  MarketSpec market(long accounts, MarketKind kind, long calmTicks, long crashTicks) {
    if (accounts < 1 || accounts > Integer.MAX_VALUE) {
      throw new BadArgumentException(
          "--accounts " + accounts + " is not allowed; allowed is 1 to " + Integer.MAX_VALUE);
    }
    Matcher range = HOLDINGS.matcher(holdings);
    if (!range.matches()) {
      throw notAllowed();
    }
    int least = Integer.parseInt(range.group(1));
    int most = range.group(2) == null ? least : Integer.parseInt(range.group(2));
    if (least < LEAST_HOLDINGS || most < least) {
      throw notAllowed();
    }
    if (assets < 2 * most || assets > MOST_ASSETS) {
      throw new BadArgumentException(
          "--assets " + assets + " is not allowed; allowed is " + 2 * most + " to " + MOST_ASSETS);
    }
    return new MarketSpec((int) accounts, assets, least, most, seed, kind, calmTicks, crashTicks);
  }

  private BadArgumentException notAllowed() {
    return new BadArgumentException(
        "--holdings " + holdings + " is not allowed; allowed is a range from 2 on, such as 2-5");
  }
}
