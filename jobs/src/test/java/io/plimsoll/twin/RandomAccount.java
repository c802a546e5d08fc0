package io.plimsoll.twin;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A generated account as its owner believes it to be. */
final class RandomAccount {
  /** The size and entry price of a holding. */
  record Lot(RandomAsset asset, BigDecimal amount, BigDecimal entryPrice) {}

  final String name;
  final boolean isolated;

  /** Opened on a boundary, and better left alone until it gets there. */
  boolean onBoundary;

  /** Meant to be netted: nothing is hedged otherwise. */
  boolean netted;

  final Map<HoldingKey, Lot> lots = new TreeMap<>();
  final Map<HoldingKey, Long> sequences = new HashMap<>();

  RandomAccount(String name, boolean isolated) {
    this.name = name;
    this.isolated = isolated;
  }
}
