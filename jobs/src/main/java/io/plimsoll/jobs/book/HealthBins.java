package io.plimsoll.jobs.book;

import java.util.List;

/**
 * Accounts and what they owe by health factor: a histogram whose bins are narrow where it matters.
 * Mutable.
 */
public final class HealthBins {

  /** Lower edges of all bins but the first, which is below all of them. */
  public static final List<Double> EDGES =
      List.of(
          0.8, 0.9, 0.95, 1.0, 1.02, 1.05, 1.1, 1.15, 1.2, 1.3, 1.4, 1.5, 1.75, 2.0, 2.5, 3.0, 5.0,
          10.0);

  private final long[] accounts = new long[EDGES.size() + 1];
  private final double[] owedUsd = new double[EDGES.size() + 1];
  private long free;

  void add(double assets, double liabilities, double owed) {
    if (liabilities <= 0 && assets >= 0) { // not those that have less than nothing
      free++;
      return;
    }
    int bin = bin(assets / liabilities);
    accounts[bin]++;
    owedUsd[bin] += owed;
  }

  private static int bin(double healthFactor) {
    int bin = 0;
    while (bin < EDGES.size() && healthFactor >= EDGES.get(bin)) {
      bin++;
    }
    return bin;
  }

  /** By bin. */
  public long[] accounts() {
    return accounts.clone();
  }

  /** By bin, USD: debt, or for perpetuals alone the margin they must hold. */
  public double[] owedUsd() {
    return owedUsd.clone();
  }

  /** Accounts that owe nothing. */
  public long free() {
    return free;
  }
}
