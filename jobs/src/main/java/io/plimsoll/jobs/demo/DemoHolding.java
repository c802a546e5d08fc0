package io.plimsoll.jobs.demo;

import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One holding of an account, as it goes through time. */
final class DemoHolding {

  private final DemoAsset asset;
  private final Kind kind;
  private final String venue;
  private final double entryPriceUsd;
  private double amount;
  private long sequence;

  DemoHolding(DemoAsset asset, Kind kind, String venue, double entryPriceUsd, double amount) {
    this.asset = asset;
    this.kind = kind;
    this.venue = venue;
    this.entryPriceUsd = entryPriceUsd;
    this.amount = written(amount, asset);
  }

  DemoAsset asset() {
    return asset;
  }

  Kind kind() {
    return kind;
  }

  String venue() {
    return venue;
  }

  double amount() {
    return amount;
  }

  void change(double newAmount) {
    amount = written(Math.max(0, newAmount), asset);
  }

  long nextSequence() {
    return ++sequence;
  }

  /** What it is worth or owes, entry price aside. */
  double value(PricePaths prices, double minute) {
    double units = kind == Kind.COLLATERAL ? PricePaths.exchangeRate(asset, minute) : 1;
    return amount * units * prices.at(asset, minute);
  }

  /** What a perpetual has won or lost. */
  double result(PricePaths prices, double minute) {
    double risen = prices.at(asset, minute) - entryPriceUsd;
    return switch (kind) {
      case LONG -> amount * risen;
      case SHORT -> -amount * risen;
      case COLLATERAL, DEBT -> 0;
    };
  }

  String amountCell() {
    return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
  }

  String entryCell() {
    return kind.isPerpetual() ? CsvFile.price(entryPriceUsd) : "";
  }

  /** What a venue would book: it has no use for the last digits of a double. */
  private static double written(double amount, DemoAsset asset) {
    return BigDecimal.valueOf(amount).setScale(asset.decimals(), RoundingMode.DOWN).doubleValue();
  }
}
