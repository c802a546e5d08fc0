package io.plimsoll.twin;

import io.plimsoll.twin.RandomAccount.Lot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates small markets in which everything goes wrong that the rules provide for. The same seed
 * always yields the same market.
 */
public final class RandomMarket {
  private static final long GRID = 5_000;

  private final Draw draw;
  private final long start;
  private final RandomParameters parameters;
  private final RandomQuotes quotes;
  private final RandomPositions positions;
  private final RandomHoldings holdings;
  private final BoundaryAccounts boundaries;
  private final Sheet indices;
  private final Sheet stress;
  private final List<RandomAccount> accounts = new ArrayList<>();
  private final Map<String, Double> rates = new HashMap<>();

  private RandomMarket(long seed) {
    draw = new Draw(seed);
    start = 1_700_000_040_000L + draw.pick(0, 5_000, 20_000);
    parameters = new RandomParameters(draw, start);
    quotes = new RandomQuotes(draw, parameters);
    positions = new RandomPositions(draw, parameters);
    holdings = new RandomHoldings(draw, parameters);
    boundaries = new BoundaryAccounts(draw, parameters);
    indices =
        new Sheet(
            "indices.csv",
            List.of("timestamp", "asset", "exchange_rate"),
            List.of("borrow_index"),
            draw);
    stress =
        new Sheet("stress.csv", List.of("timestamp", "venue", "stress", "status"), List.of(), draw);
  }

  /** The market of a seed. */
  public static TwinMarket generate(long seed) {
    return new RandomMarket(seed).generate();
  }

  private TwinMarket generate() {
    String[] names = {
      "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "Ünal", "\uFF5Ez", "\uD83D\uDE00"
    };
    int count = draw.between(5, names.length);
    int steps = draw.between(20, 70);
    long now = start;
    for (int step = 0; step < steps; step++) {
      if (step > 0) {
        now += gap();
        parameters.assets.forEach(asset -> asset.move(draw));
      }
      quotes.step(now, step == 0 && draw.chance(0.8));
      indices(now);
      stress(now);
      while (accounts.size() < count && draw.chance(step < 3 ? 0.6 : 0.15)) {
        open(names[accounts.size()], now);
      }
      changes(now);
    }
    boolean longBars = "5m".equals(parameters.global.get("barInterval"));
    if (longBars && draw.chance(0.1)) {
      quotes.leap(now);
    }
    return market();
  }

  private TwinMarket market() {
    List<Sheet> sheets = new ArrayList<>(quotes.sheets());
    sheets.addAll(positions.sheets());
    sheets.add(indices);
    sheets.add(stress);
    List<TwinFile> files =
        sheets.stream().filter(sheet -> !sheet.isEmpty()).map(Sheet::file).toList();
    return new TwinMarket(files, parameters.written());
  }

  /** Mostly on a grid on which bars, expiries, confirmations and grace ends fall as well. */
  private long gap() {
    if (draw.chance(0.08)) {
      return 0;
    }
    if (draw.chance(0.06)) {
      return draw.between(24, 72) * GRID;
    }
    return draw.chance(0.05) ? draw.between(1, 9_999) : draw.between(1, 9) * GRID;
  }

  private void open(String name, long now) {
    RandomAccount account = new RandomAccount(name, draw.chance(0.2));
    accounts.add(account);
    if (draw.chance(0.5)) {
      boundaries.open(account);
    }
    account.onBoundary = !account.lots.isEmpty();
    if (!account.onBoundary) {
      holdings.open(account);
    }
    if (account.netted && draw.chance(0.7)) {
      positions.settings(account, "NETTED", "", "", now);
    } else if (account.onBoundary && draw.chance(0.5)) {
      positions.settings(account, draw.pick("GROSS", "NETTED", "ISOLATED"), "", "", now);
    } else if (!account.onBoundary && (account.isolated || draw.chance(0.6))) {
      positions.settings(account, now);
    }
    account.lots.forEach((key, lot) -> positions.report(account, key, lot, now));
  }

  private void changes(long now) {
    for (RandomAccount account : accounts) {
      if (draw.chance(account.onBoundary ? 0.015 : 0.07)) {
        for (HoldingKey key : holdings.change(account)) {
          Lot lot = account.lots.get(key);
          positions.report(account, key, lot, now);
        }
      }
      if (draw.chance(0.012)) {
        positions.settings(account, now);
      }
    }
  }

  private void indices(long now) {
    for (RandomAsset asset : parameters.assets) {
      boolean yields = asset.name.equals("stETH") || asset.text("maxIndexStep", "").equals("0.3");
      if (!draw.chance(yields ? 0.12 : 0.008)) {
        continue;
      }
      double rate =
          rates.merge(asset.name, draw.pick(1.0, 1.125), (was, first) -> was * growth(asset));
      Map<String, String> cells = new HashMap<>();
      cells.put("timestamp", indices.time(draw.chance(0.05) ? now - 60_000 : now));
      cells.put("asset", draw.chance(0.02) ? "NOPE" : asset.name);
      String told = draw.chance(0.05) ? draw.pick("0", "-1", "NaN", "x") : Double.toString(rate);
      String wild = draw.chance(0.15) ? Double.toString(rate * draw.pick(0.5, 1.6)) : told;
      boolean both = draw.chance(0.3) && indices.has("borrow_index");
      boolean borrow = indices.has("borrow_index") && draw.chance(0.4);
      cells.put(borrow ? "borrow_index" : "exchange_rate", wild);
      if (both) {
        cells.put(borrow ? "exchange_rate" : "borrow_index", Double.toString(rate));
      }
      indices.add(cells);
      if (draw.chance(0.1)) {
        indices.add(cells);
      }
    }
  }

  private double growth(RandomAsset asset) {
    return asset.isCalm() ? draw.pick(1.0, 1.0078125) : 1 + draw.pick(0.0, 1e-5, 1e-3, 0.02);
  }

  private void stress(long now) {
    for (String venue : parameters.venues) {
      if (!draw.chance(0.06)) {
        continue;
      }
      Map<String, String> cells = new HashMap<>();
      cells.put("venue", venue);
      cells.put("timestamp", stress.time(draw.chance(0.04) ? now - 30_000 : now));
      String status = draw.pick("UP", "UP", "UP", "DOWN", "DOWN", "");
      cells.put("status", draw.chance(0.04) ? draw.pick("up", "MAYBE") : status);
      if (status.isEmpty() || draw.chance(0.3)) {
        cells.put("stress", draw.pick("0", "0.25", "0.9", "1", "1.5", "-0.1"));
      }
      stress.add(cells);
      if (draw.chance(0.2)) {
        Map<String, String> again = new HashMap<>(cells);
        again.put("status", draw.pick("UP", "DOWN"));
        again.remove("stress");
        stress.add(again);
      }
    }
  }
}
