package io.plimsoll.jobs.book;

import io.plimsoll.risk.health.AssetTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What would be liquidated by price: for each asset, what accounts owe that stand above their line
 * now and would not if that asset alone moved so far. Mutable.
 *
 * <p>An account counts in each asset that could bring it down, with all that it owes: the maps of
 * two assets do not add up.
 */
public final class LiquidationMap {

  private static final int HALF = 30;
  private static final double STEP = 0.02;

  /** Relative moves of a mid, ascending, without 0. */
  public static final List<Double> MOVES = moves();

  private final double[] midUsd;

  /** By asset and move, not cumulative yet. */
  private final double[][] owedUsd;

  private final long[][] accounts;
  private double belowUsd;

  LiquidationMap(AssetTable assets) {
    midUsd = new double[assets.size()];
    for (int i = 0; i < midUsd.length; i++) {
      midUsd[i] = assets.isMarked(i) ? assets.mid(i) : Double.NaN;
    }
    owedUsd = new double[midUsd.length][2 * HALF];
    accounts = new long[midUsd.length][2 * HALF];
  }

  private static List<Double> moves() {
    List<Double> moves = new ArrayList<>();
    for (int i = -HALF; i <= HALF; i++) {
      if (i != 0) {
        moves.add(Math.round(i * STEP * 1_000) / 1_000.0);
      }
    }
    return List.copyOf(moves);
  }

  void addBelow(double owed) {
    belowUsd += owed;
  }

  /** One that stands above its line, and is on it at a price. */
  void add(int asset, double price, double owed) {
    double move = price / midUsd[asset] - 1;
    int place =
        move < 0 ? (int) Math.floor(move / STEP) + HALF : (int) Math.ceil(move / STEP) + HALF - 1;
    // At the price itself it stands on the line; a move counts when it goes at least as far.
    if (place >= 0 && place < 2 * HALF) {
      owedUsd[asset][place] += owed;
      accounts[asset][place]++;
    }
  }

  /** Whether an account could be brought down by an asset within the moves. */
  public boolean concerns(int asset) {
    for (long count : accounts[asset]) {
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  /** USD; NaN without a mark. */
  public double midUsd(int asset) {
    return midUsd[asset];
  }

  /** By move, cumulative away from 0: what is owed by those that would be below their line. */
  public double[] owedUsd(int asset) {
    double[] sums = owedUsd[asset].clone();
    for (int i = 1; i < HALF; i++) {
      sums[HALF - 1 - i] += sums[HALF - i];
      sums[HALF + i] += sums[HALF + i - 1];
    }
    return sums;
  }

  /** By move, cumulative likewise: how many they are. */
  public long[] accounts(int asset) {
    long[] sums = accounts[asset].clone();
    for (int i = 1; i < HALF; i++) {
      sums[HALF - 1 - i] += sums[HALF - i];
      sums[HALF + i] += sums[HALF + i - 1];
    }
    return sums;
  }

  /** What is owed by accounts that are below their line already, USD. */
  public double belowUsd() {
    return belowUsd;
  }
}
