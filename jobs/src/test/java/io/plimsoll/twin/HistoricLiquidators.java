package io.plimsoll.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Liquidations that a market's history has itself: now and then a debt and a collateral of an
 * account fall at one instant.
 */
final class HistoricLiquidators {
  private static final List<String> COLUMNS =
      List.of("timestamp", "account", "asset", "kind", "amount", "entry_price", "venue");
  private static final int OF_EACH = 5;

  private record Key(String venue, String asset, Kind kind) {}

  private final Draw draw;
  private final Map<String, Map<Key, BigDecimal>> told = new TreeMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private HistoricLiquidators(Draw draw) {
    this.draw = draw;
  }

  /** A file of positions beside those of the market. */
  static TwinFile of(TwinMarket market, long seed) {
    HistoricLiquidators liquidators = new HistoricLiquidators(new Draw(seed));
    market.filesOf("positions").forEach(liquidators::take);
    return new TwinFile("positions-9.csv", COLUMNS, liquidators.rows());
  }

  private void take(TwinFile file) {
    for (int row = 0; row < file.rows().size(); row++) {
      String kind = file.cell(row, "kind");
      String time = file.cell(row, "timestamp");
      String amount = file.cell(row, "amount");
      boolean spot = kind.equals("DEBT") || kind.equals("COLLATERAL");
      if (spot && time.matches("1\\d{12}") && amount.matches("[0-9]+(\\.[0-9]+)?")) {
        first = Math.min(first, Long.parseLong(time));
        last = Math.max(last, Long.parseLong(time));
        Key key = new Key(file.cell(row, "venue"), file.cell(row, "asset"), Kind.valueOf(kind));
        told.computeIfAbsent(
                file.cell(row, "account"),
                name ->
                    new TreeMap<>(
                        Comparator.comparing(Key::asset)
                            .thenComparing(Key::venue)
                            .thenComparing(Key::kind)))
            .put(key, new BigDecimal(amount));
      }
    }
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    told.forEach(
        (account, positions) -> {
          for (int i = 0; i < OF_EACH; i++) {
            long time = first + (long) ((last - first) * draw.real(0.1, 1));
            for (Kind kind : List.of(Kind.DEBT, Kind.COLLATERAL)) {
              List<Key> keys = positions.keySet().stream().filter(k -> k.kind() == kind).toList();
              if (!keys.isEmpty()) {
                Key key = draw.pick(keys);
                BigDecimal left =
                    positions
                        .get(key)
                        .multiply(draw.amount(draw.real(0.1, 1)))
                        .setScale(18, RoundingMode.DOWN);
                rows.add(
                    List.of(
                        Long.toString(time),
                        account,
                        key.asset(),
                        kind.name(),
                        left.toPlainString(),
                        "",
                        key.venue()));
              }
            }
          }
        });
    rows.sort(Comparator.comparing(row -> Long.parseLong(row.get(0))));
    return rows;
  }
}
