package io.plimsoll.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sources say: mostly the price, at times nothing, something else, or nonsense. */
final class RandomQuotes {
  private static final long DAY = 86_400_000L;

  private final Draw draw;
  private final List<RandomAsset> assets;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Sheet candles;
  private final long candleInterval;
  private final Map<String, Long> lastCandle = new HashMap<>();
  private final Set<Sheet> justFuture = new HashSet<>();

  RandomQuotes(Draw draw, RandomParameters parameters) {
    this.draw = draw;
    this.assets = parameters.assets;
    this.candleInterval =
        Cells.duration(parameters.global.getOrDefault("candleInterval", "1m").toString());
    for (String name : List.of("quotes.csv", "quotes-b.csv", "quotes-c.csv.gz")) {
      if (sheets.isEmpty() || draw.chance(0.4)) {
        sheets.add(
            new Sheet(
                name,
                List.of("timestamp", "asset", "price", "source"),
                List.of("confidence", "sequence"),
                draw));
      }
    }
    this.candles =
        new Sheet(
            "candles.csv",
            List.of("timestamp", "asset", "open", "high", "low", "close"),
            List.of("volume", "source"),
            draw);
  }

  List<Sheet> sheets() {
    List<Sheet> all = new ArrayList<>(sheets);
    all.add(candles);
    return all;
  }

  /** Lets some sources speak. */
  void step(long now, boolean all) {
    for (RandomAsset asset : assets) {
      boolean candle = asset.name.equals("ETH") || asset.name.equals("DAI");
      if (candle && draw.chance(0.3)) {
        candle(asset, now);
      }
      if (asset.style == RandomAsset.Style.UNSEEN && !draw.chance(0.12)) {
        continue;
      }
      if (!all && !draw.chance(0.55)) {
        continue;
      }
      double liar = draw.chance(0.05) ? draw.pick(0.9, 0.97, 1.015, 1.2) : 1;
      for (String source : asset.sources) {
        quoteOf(asset, source, asset.isCalm() ? 1 : liar, now);
      }
    }
  }

  private void quoteOf(RandomAsset asset, String source, double liar, long now) {
    if (now < asset.silentUntil.getOrDefault(source, 0L)) {
      return;
    }
    if (draw.chance(0.03)) {
      asset.silentUntil.put(source, now + draw.between(1, 3) * asset.maxAge() / 2);
      return;
    }
    Map<String, String> cells = new HashMap<>();
    cells.put("asset", asset.name);
    cells.put("source", source);
    String price = text(asset.price);
    if (!asset.isCalm()) {
      double noise = 1 + 0.001 * draw.normal();
      boolean lies = liar != 1 && draw.chance(0.5);
      price = rounded(asset.price * noise * (lies ? liar : 1));
      if (asset.isConfident || draw.chance(0.3)) {
        double share = draw.chance(0.06) ? 0.2 : draw.pick(0.0001, 0.004, 0.03);
        cells.put("confidence", rounded(asset.price * share * draw.real(0, 1)));
      }
    }
    cells.put("price", price);
    long sequence = asset.sequences.merge(source, 1L, Long::sum);
    if (draw.chance(0.7)) {
      cells.put("sequence", Long.toString(sequence));
    }
    emit(cells, now);
    disturb(asset, cells, now);
  }

  /** Adds rows that lose, that are refused or that come too late beside the good one. */
  private void disturb(RandomAsset asset, Map<String, String> good, long now) {
    Map<String, String> cells = new HashMap<>(good);
    if (draw.chance(0.05)) {
      cells.put("price", rounded(asset.price * draw.pick(0.5, 1.0, 1.0, 1.004)));
      cells.put("sequence", draw.pick("", "0", "1000000", good.getOrDefault("sequence", "")));
      emit(cells, now);
    }
    if (draw.chance(0.02)) {
      emit(cells, now - draw.between(1, 24) * 5_000L);
    }
    if (draw.chance(0.05)) {
      emit(nonsense(asset, good), now);
    }
    if (draw.chance(0.01)) {
      Sheet sheet = draw.pick(sheets);
      if (!justFuture.contains(sheet) && !sheet.isEmpty()) {
        cells.put("timestamp", sheet.time(now + DAY + draw.between(1, 40) * 3_600_000L));
        sheet.add(cells);
        justFuture.add(sheet);
      }
    }
  }

  private Map<String, String> nonsense(RandomAsset asset, Map<String, String> good) {
    Map<String, String> cells = new HashMap<>(good);
    switch (draw.between(0, 6)) {
      case 0 -> cells.put("price", draw.pick("0", "-1", "0.0", "-2048.5", "0e5"));
      case 1 -> cells.put("price", draw.pick("NaN", "1e400", "abc", "", "Infinity", "0x10", "1f"));
      case 2 -> cells.put("price", text(asset.base * draw.pick(0.01, 9.0, 100.0)));
      case 3 -> cells.put("asset", draw.pick("NOPE", "eth", ""));
      case 4 -> cells.put("confidence", draw.pick("-1", "NaN", "x", "1e999"));
      case 5 -> cells.put("timestamp", draw.pick("1700000000", "1700000000000000", "now", ""));
      default -> cells.put("sequence", draw.pick("x", "1.5"));
    }
    return cells;
  }

  private void emit(Map<String, String> cells, long time) {
    Sheet sheet = draw.pick(sheets);
    Map<String, String> row = new HashMap<>(cells);
    row.putIfAbsent("timestamp", sheet.time(time));
    justFuture.remove(sheet);
    if (draw.chance(0.003)) {
      sheet.addShort(row);
      return;
    }
    sheet.add(row);
  }

  private void candle(RandomAsset asset, long now) {
    long open = Math.floorDiv(now, candleInterval) * candleInterval;
    boolean late = draw.chance(0.1);
    if (open <= lastCandle.getOrDefault("", 0L) - 1 || lastCandle.containsValue(open) && !late) {
      return;
    }
    lastCandle.put("", open);
    Map<String, String> cells = new HashMap<>();
    cells.put("timestamp", candles.time(late ? open - 2 * candleInterval : open));
    cells.put("asset", asset.name);
    for (String column : List.of("open", "high", "low", "close", "volume")) {
      cells.put(column, text(asset.price));
    }
    if (draw.chance(0.05)) {
      cells.put("close", draw.pick("0", "NaN", "-3", ""));
    }
    cells.put("source", draw.pick(asset.sources));
    candles.add(cells);
  }

  /** Two rows beyond a day ahead that vouch for each other: time really passed. */
  void leap(long now) {
    Sheet sheet = sheets.get(0);
    RandomAsset asset = assets.get(0);
    long then = now + DAY + draw.between(1, 120) * 60_000L;
    for (int i = 0; i < 2; i++) {
      sheet.add(
          Map.of(
              "timestamp", Long.toString(then + i * 60_000L),
              "asset", asset.name,
              "price", text(asset.price),
              "source", asset.sources.get(0)));
    }
  }

  static String text(double price) {
    return new BigDecimal(price).stripTrailingZeros().toPlainString();
  }

  private String rounded(double price) {
    BigDecimal rounded = new BigDecimal(price).round(new MathContext(draw.pick(5, 8, 12)));
    return draw.chance(0.1) ? Double.toString(rounded.doubleValue()) : rounded.toPlainString();
  }
}
