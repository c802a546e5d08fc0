package io.plimsoll.benchmarks.live;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Asset;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.risk.account.Holding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A market as the topics have it before prices move. */
public record MarketLoad(Market market) {

  private static final int ACCOUNTS_A_MILLISECOND = 100;
  private static final Origin ORIGIN = new Origin("market", 0, "");

  /** The parameters of its assets; everything else by default. */
  public void writeParameters(Path file) throws IOException {
    StringBuilder yaml = new StringBuilder("assets:\n");
    for (Asset asset : market.assets()) {
      yaml.append("  ")
          .append(asset.name())
          .append(": {liquidationThreshold: ")
          .append(asset.threshold().toPlainString())
          .append("}\n");
    }
    Files.writeString(file, yaml);
  }

  /**
   * Writes the first price of every asset.
   *
   * @param instant epoch milliseconds
   */
  void writePrices(RecordWriter topics, long instant) {
    for (Asset asset : market.assets()) {
      topics.send(InputRecord.of(quote(asset.name(), asset.firstPrice(), instant)));
    }
  }

  /**
   * Writes all holdings.
   *
   * @param from the first instant, epoch milliseconds
   * @param written told of every account
   * @return the last instant
   */
  long writeAccounts(RecordWriter topics, long from, IntConsumer written) {
    Accounts accounts = new Accounts(market);
    long instant = from;
    for (int i = 0; i < market.spec().accounts(); i++) {
      instant = from + i / ACCOUNTS_A_MILLISECOND;
      for (Holding holding : accounts.account(i).holdings()) {
        topics.send(InputRecord.of(update(i, holding, holding.amount(), instant)));
      }
      written.accept(i);
    }
    return instant;
  }

  /**
   * An asset has a price.
   *
   * @param price USD
   * @param instant epoch milliseconds
   */
  public static Quote quote(String asset, double price, long instant) {
    return new Quote(ORIGIN, instant, asset, "", price, 0, Origin.NO_SEQUENCE);
  }

  /**
   * An account holds so much from now on.
   *
   * @param account its index
   * @param holding what it holds, of whatever amount
   * @param amount units; 0 for no more of it
   * @param instant epoch milliseconds
   */
  public static PositionUpdate update(
      int account, Holding holding, BigDecimal amount, long instant) {
    return new PositionUpdate(
        ORIGIN,
        instant,
        instant,
        Account.idOf(account),
        holding.venue(),
        holding.asset(),
        holding.kind(),
        amount,
        holding.entryPriceUsd(),
        Origin.NO_SEQUENCE);
  }
}
