package io.plimsoll.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes rows of positions and accounts: some twice, some late, some out of sequence. */
final class RandomPositions {
  private final Draw draw;
  private final List<Sheet> positions = new ArrayList<>();
  private final List<Sheet> accounts = new ArrayList<>();
  private final List<String> categories;

  RandomPositions(Draw draw, RandomParameters parameters) {
    this.draw = draw;
    this.categories = new ArrayList<>(parameters.categories.keySet());
    for (String name : List.of("positions.csv", "positions-2.csv", "positions-3.csv")) {
      if (positions.isEmpty() || draw.chance(0.4)) {
        positions.add(
            new Sheet(
                name,
                List.of("timestamp", "account", "asset", "kind", "amount", "entry_price", "venue"),
                List.of("sequence"),
                draw));
      }
    }
    for (String name : List.of("accounts.csv", "accounts-2.csv.gz")) {
      if (accounts.isEmpty() || draw.chance(0.2)) {
        accounts.add(
            new Sheet(
                name,
                List.of("timestamp", "account"),
                List.of("mode", "category", "margin_call"),
                draw));
      }
    }
  }

  List<Sheet> sheets() {
    List<Sheet> all = new ArrayList<>(positions);
    all.addAll(accounts);
    return all;
  }

  /** Settings drawn at random. */
  void settings(RandomAccount account, long now) {
    String mode = account.isolated && draw.chance(0.7) ? "ISOLATED" : mode();
    String category = !categories.isEmpty() && draw.chance(0.5) ? draw.pick(categories) : "";
    String call = draw.chance(0.2) ? draw.pick("1", "1.0", "1.05", "1.25", "1.4") : "";
    settings(account, mode, category, call, now);
    if (draw.chance(0.04)) {
      settings(account, mode(), "", "", now);
    }
  }

  private String mode() {
    return draw.pick("GROSS", "GROSS", "NETTED", "NETTED", "");
  }

  void settings(RandomAccount account, String mode, String category, String call, long now) {
    Map<String, String> cells = new HashMap<>();
    cells.put("account", account.name);
    cells.put("mode", mode);
    cells.put("category", category);
    cells.put("margin_call", call);
    if (draw.chance(0.1)) {
      Map<String, String> bad = new HashMap<>(cells);
      switch (draw.between(0, 3)) {
        case 0 -> bad.put("mode", draw.pick("gross", "CROSS"));
        case 1 -> bad.put("category", "nope");
        case 2 -> bad.put("margin_call", draw.pick("0.99", "abc", "NaN", "-1"));
        default -> bad.put("account", "");
      }
      add(draw.pick(accounts), bad, now);
    }
    add(draw.pick(accounts), cells, draw.chance(0.08) ? before(now) : now);
  }

  /** Reports a holding, and now and then something beside it. */
  void report(RandomAccount account, HoldingKey key, RandomAccount.Lot lot, long now) {
    Map<String, String> cells = new HashMap<>();
    cells.put("account", account.name);
    cells.put("asset", key.asset());
    cells.put("kind", key.kind().name());
    boolean implied = key.venue().equals(lot.asset().venue()) && draw.chance(0.5);
    cells.put("venue", implied ? "" : key.venue());
    cells.put("amount", lot.amount().toPlainString());
    if (lot.entryPrice() != null) {
      cells.put("entry_price", lot.entryPrice().toPlainString());
    }
    long sequence = account.sequences.getOrDefault(key, 0L);
    boolean sequenced = draw.chance(0.6);
    if (draw.chance(0.08)) {
      rival(cells, sequence, now);
    }
    if (sequenced) {
      sequence += draw.pick(1, 1, 1, 5);
      account.sequences.put(key, sequence);
      cells.put("sequence", Long.toString(sequence));
    }
    if (draw.chance(0.04)) {
      add(draw.pick(positions), nonsense(cells), now);
    }
    long time = draw.chance(0.06) ? before(now) : now;
    add(draw.pick(positions), cells, time);
    if (draw.chance(0.04)) {
      add(draw.pick(positions), cells, draw.chance(0.5) ? time : before(now));
    }
  }

  /** Another row of the same key, in the same instant or before it. */
  private void rival(Map<String, String> cells, long sequence, long now) {
    Map<String, String> rival = new HashMap<>(cells);
    BigDecimal amount = new BigDecimal(cells.get("amount"));
    rival.put(
        "amount",
        amount
            .multiply(draw.pick(BigDecimal.TEN, new BigDecimal("0.5")))
            .setScale(18, java.math.RoundingMode.DOWN)
            .toPlainString());
    rival.put("sequence", draw.pick("", "", Long.toString(sequence), Long.toString(sequence + 1)));
    add(draw.pick(positions), rival, draw.chance(0.4) ? before(now) : now);
  }

  private Map<String, String> nonsense(Map<String, String> good) {
    Map<String, String> cells = new HashMap<>(good);
    switch (draw.between(0, 6)) {
      case 0 -> cells.put("amount", draw.pick("-1", "NaN", "abc", "", "1e400", "Infinity"));
      case 1 ->
          cells.put(
              "amount",
              draw.pick(
                  "0.1234567890123456789",
                  "123456789012345678901",
                  "12345678901234567890.1234567890123456789"));
      case 2 -> cells.put("kind", draw.pick("long", "FUTURE", ""));
      case 3 -> cells.put("asset", draw.pick("NOPE", "btc", ""));
      case 4 -> {
        cells.put("kind", "SHORT");
        cells.put("amount", "1");
        cells.put("entry_price", draw.pick("", "0", "-5", "abc"));
      }
      case 5 -> cells.put("timestamp", draw.pick("170000000000000", "17000000", "yesterday", ""));
      default -> cells.put("account", "");
    }
    return cells;
  }

  private long before(long now) {
    return now - draw.between(1, 30) * 5_000L;
  }

  private void add(Sheet sheet, Map<String, String> cells, long time) {
    Map<String, String> row = new HashMap<>(cells);
    row.putIfAbsent("timestamp", sheet.time(time));
    sheet.add(row);
  }
}
