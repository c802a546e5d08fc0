package io.plimsoll.twin;

import io.plimsoll.twin.RandomAccount.Lot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Draws what accounts hold, near the levels at which something happens. */
final class RandomHoldings {
  private final Draw draw;
  private final List<RandomAsset> assets;
  private final List<String> venues;
  private final double dust;

  RandomHoldings(Draw draw, RandomParameters parameters) {
    this.draw = draw;
    this.assets = parameters.assets;
    this.venues = parameters.venues;
    this.dust = Double.parseDouble(parameters.global.getOrDefault("dust", "100").toString());
  }

  private RandomAsset asset() {
    return draw.pick(assets);
  }

  private String venue(RandomAccount account, RandomAsset asset) {
    return draw.chance(account.isolated ? 0.5 : 0.7) ? asset.venue() : draw.pick(venues);
  }

  private void put(
      RandomAccount account,
      String venue,
      RandomAsset asset,
      Kind kind,
      BigDecimal n,
      BigDecimal entry) {
    if (n.signum() > 0) {
      account.lots.put(
          new HoldingKey(account.name, venue, asset.name, kind), new Lot(asset, n, entry));
    }
  }

  private void put(RandomAccount account, RandomAsset asset, Kind kind, double value) {
    BigDecimal entry =
        kind.isPerpetual()
            ? draw.amount(asset.price * draw.pick(1.0, 0.97, 1.03, 0.8, 1.25))
            : null;
    if (entry != null && entry.signum() == 0) {
      entry = new BigDecimal("0.01");
    }
    put(account, venue(account, asset), asset, kind, draw.amount(value / asset.price), entry);
  }

  /** Fills a new account. */
  void open(RandomAccount account) {
    double size =
        draw.chance(0.3) ? Math.max(1, dust) * draw.real(0.3, 4) : draw.magnitude(100, 1_000_000);
    switch (draw.between(0, 5)) {
      case 0, 1 -> loan(account, size);
      case 2 -> perpetuals(account, size);
      case 3 -> {
        loan(account, size);
        perpetuals(account, size / 2);
      }
      case 4 -> hedge(account, size);
      default -> cancelling(account, size);
    }
    if (draw.chance(0.2)) {
      BigDecimal speck =
          new BigDecimal(
              draw.chance(0.05)
                  ? "12345678901234567890.123456789012345678"
                  : draw.pick("0.000000000000000001", "0.01"));
      RandomAsset asset = asset();
      Kind kind = draw.pick(Kind.COLLATERAL, Kind.DEBT);
      put(account, venue(account, asset), asset, kind, speck, null);
    }
  }

  private void loan(RandomAccount account, double size) {
    double backing = 0;
    int collaterals = draw.between(1, 3);
    for (int i = 0; i < collaterals; i++) {
      RandomAsset asset = asset();
      put(account, asset, Kind.COLLATERAL, size);
      backing += size * asset.number("liquidationThreshold", "0");
      size *= draw.pick(1.0, 0.3, 0.05);
    }
    int debts = draw.between(1, 2);
    double left = backing / draw.real(0.85, 1.35);
    for (int i = 0; i < debts; i++) {
      RandomAsset asset = asset();
      double share = i == debts - 1 ? left : left * draw.pick(0.5, 0.9);
      left -= share;
      put(account, asset, Kind.DEBT, share * asset.number("borrowFactor", "1"));
    }
  }

  private void perpetuals(RandomAccount account, double size) {
    double need = 0;
    int count = draw.between(1, 3);
    for (int i = 0; i < count; i++) {
      RandomAsset asset = asset();
      put(account, asset, draw.pick(Kind.LONG, Kind.SHORT), size);
      need += size * asset.number("maintenanceMargin", "0.05");
      size *= draw.pick(1.0, 0.2);
    }
    RandomAsset cash = draw.chance(0.7) ? assets.get(0) : asset();
    double threshold = Math.max(0.3, cash.number("liquidationThreshold", "0"));
    put(account, cash, Kind.COLLATERAL, need * draw.real(0.6, 3) / threshold);
  }

  /** Spot and perpetual of one asset against each other, wholly or in part. */
  private void hedge(RandomAccount account, double size) {
    RandomAsset asset = asset();
    boolean owns = draw.chance(0.6);
    account.netted = true;
    put(account, asset, owns ? Kind.COLLATERAL : Kind.DEBT, size);
    put(account, asset, owns ? Kind.SHORT : Kind.LONG, size * draw.pick(1.0, 0.5, 1.5, 1.02));
    if (draw.chance(0.7)) {
      RandomAsset other = assets.get(0);
      double value = size * (draw.chance(0.5) ? draw.real(0.02, 1.2) : draw.real(0.75, 0.95));
      put(account, other, owns ? Kind.DEBT : Kind.COLLATERAL, value);
    }
  }

  /** What is owned and owed alike, so that nothing is left but what rounding would leave. */
  private void cancelling(RandomAccount account, double size) {
    RandomAsset asset = asset();
    BigDecimal amount = draw.amount(size / asset.price);
    String venue = venue(account, asset);
    boolean spot = draw.chance(0.6);
    BigDecimal entry = spot ? null : draw.amount(asset.price).add(new BigDecimal("0.01"));
    put(account, venue, asset, spot ? Kind.COLLATERAL : Kind.LONG, amount, entry);
    String other = draw.chance(0.5) ? venue : draw.pick(venues);
    put(account, other, asset, spot ? Kind.DEBT : Kind.SHORT, amount, entry);
    if (draw.chance(0.6)) {
      loan(account, size / 4);
    }
  }

  /** Draws a change of the holdings; returns the keys that changed. */
  List<HoldingKey> change(RandomAccount account) {
    List<HoldingKey> keys = new ArrayList<>(account.lots.keySet());
    if (keys.isEmpty() || draw.chance(0.15)) {
      put(account, asset(), draw.pick(Kind.values()), draw.magnitude(10, 100_000));
      List<HoldingKey> added = new ArrayList<>(account.lots.keySet());
      added.removeAll(keys);
      return added;
    }
    if (draw.chance(0.2)) {
      rescue(account);
      return keys;
    }
    if (draw.chance(0.05)) {
      keys.forEach(key -> scale(account, key, "0"));
      return keys;
    }
    HoldingKey key = draw.pick(keys);
    Lot lot = account.lots.get(key);
    if (lot.entryPrice() != null && draw.chance(0.3)) {
      BigDecimal entry = lot.entryPrice().multiply(new BigDecimal("1.0625"));
      if (entry.stripTrailingZeros().scale() <= 18) {
        account.lots.put(key, new Lot(lot.asset(), lot.amount(), entry));
        return List.of(key);
      }
    }
    scale(account, key, draw.pick("0", "0.5", "0.9", "1", "1.1", "1.5", "2"));
    return List.of(key);
  }

  private void rescue(RandomAccount account) {
    for (HoldingKey key : List.copyOf(account.lots.keySet())) {
      scale(account, key, key.kind() == Kind.COLLATERAL ? "1.4" : "0.6");
    }
  }

  private void scale(RandomAccount account, HoldingKey key, String factor) {
    Lot lot = account.lots.get(key);
    BigDecimal amount =
        lot.amount().signum() == 0
            ? draw.amount(draw.magnitude(10, 10_000) / lot.asset().price)
            : lot.amount()
                .multiply(new BigDecimal(factor))
                .setScale(18, java.math.RoundingMode.DOWN);
    account.lots.put(key, new Lot(lot.asset(), amount, lot.entryPrice()));
  }
}
