package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.LiquidationMap;
import io.plimsoll.jobs.readback.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The liquidation map of an asset as people read it in a terminal: a row a move, bars for dollars.
 */
public final class MapPage {

  private static final int WIDEST = 30;

  /** Moves that are told, to either side, in percent: few enough for a screen. */
  private static final List<Long> TOLD =
      List.of(2L, 4L, 6L, 8L, 10L, 12L, 16L, 20L, 24L, 30L, 40L, 50L, 60L);

  private MapPage() {}

  /** The lines of the page. */
  public static List<String> of(String asset, int id, BookPicture picture, boolean onPaper) {
    LiquidationMap map = picture.map();
    double[] owed = map.owedUsd(id);
    long[] accounts = map.accounts(id);
    double most = Arrays.stream(owed).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        asset
            + " "
            + Figures.price(map.midUsd(id))
            + " at "
            + Figures.time(picture.instant())
            + " UTC: what accounts owe that would be below their line if it alone moved");
    if (onPaper) {
      lines.add("SIMULATED: liquidations were carried out on paper");
    }
    lines.add(
        String.format(Locale.ROOT, "%8s %12s %10s %16s", "move", "price", "accounts", "owed USD"));
    for (int i = 0; i < owed.length; i++) {
      double move = LiquidationMap.MOVES.get(i);
      if (i > 0 && LiquidationMap.MOVES.get(i - 1) < 0 && move > 0) {
        lines.add(String.format(Locale.ROOT, "%8s %12s", "now", Figures.price(map.midUsd(id))));
      }
      if (TOLD.contains(Math.abs(Math.round(move * 100)))) {
        lines.add(
            String.format(
                    Locale.ROOT,
                    "%+7.0f%% %12s %10s %16s  %s",
                    100 * move,
                    Figures.price(map.midUsd(id) * (1 + move)),
                    Figures.count(accounts[i]),
                    Figures.usd(owed[i]),
                    "█".repeat(most == 0 ? 0 : (int) Math.round(WIDEST * owed[i] / most)))
                .stripTrailing());
      }
    }
    lines.add("owed by accounts below their line already: " + Figures.usd(map.belowUsd()) + " USD");
    return List.copyOf(lines);
  }
}
