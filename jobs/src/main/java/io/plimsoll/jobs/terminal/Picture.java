package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.Figures;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The picture as lines of text: the same market gives the same lines.
 *
 * <pre>
 * time and progress
 * one line per asset:  mid, change, course, status, volatility, load factor
 * one line per level:  accounts, as a bar
 * the last events
 * </pre>
 */
final class Picture {

  private static final int EVENTS = 6;

  /** Lines other than assets and events, blank ones included. */
  private static final int FRAME = 9;

  private static final int FEWEST_ASSETS = 3;
  private static final int NAME = 9;
  private static final int COUNT = 9;

  /** What stands right of the course of an asset. */
  private static final int STATUS = 29;

  private final MarketView market;
  private final Expected expected;
  private final Terminal terminal;
  private final List<String> lines = new ArrayList<>();

  private Picture(MarketView market, Expected expected, Terminal terminal) {
    this.market = market;
    this.expected = expected;
    this.terminal = terminal;
  }

  /** As many lines as the terminal has room for. */
  static List<String> of(MarketView market, Expected expected, Terminal terminal) {
    Picture picture = new Picture(market, expected, terminal);
    if (market.isEmpty()) {
      return List.of("waiting for the first bar");
    }
    picture.header();
    picture.assets();
    picture.levels();
    picture.events();
    return picture.lines.subList(0, Math.min(picture.lines.size(), terminal.rows() - 1));
  }

  /** The same in one line, for a log. */
  static String inOneLine(MarketView market, Expected expected) {
    if (market.isEmpty()) {
      return "waiting for the first bar";
    }
    StringBuilder line = new StringBuilder(Figures.time(market.instant())).append(" UTC");
    if (expected.knowsSpan()) {
      line.append("  ").append(percent(expected.progress(market.instant())));
    }
    line.append("  events ").append(Figures.count(market.events()));
    for (Level level : Level.values()) {
      if (level != Level.SAFE) {
        line.append("  ").append(level).append(' ').append(Figures.count(count(market, level)));
      }
    }
    return line.toString();
  }

  private void header() {
    Line line = new Line(terminal).add(Style.STRONG, Figures.time(market.instant()));
    line.add(" UTC  ");
    if (expected.knowsSpan()) {
      double progress = expected.progress(market.instant());
      int width = line.room() - 6;
      int done = (int) (progress * width);
      line.add("█".repeat(Math.max(0, done)));
      line.add(Style.FAINT, "░".repeat(Math.max(0, width - done)));
      line.right(Style.PLAIN, percent(progress), 6);
    }
    add(line);
    add(new Line(terminal));
  }

  private void assets() {
    int room = Math.max(FEWEST_ASSETS, terminal.rows() - 1 - FRAME - EVENTS);
    List<AssetView> all = List.copyOf(market.assets().values());
    int shown = all.size() <= room ? all.size() : room - 1;
    for (AssetView asset : all.subList(0, shown)) {
      asset(asset);
    }
    if (shown < all.size()) {
      add(new Line(terminal).add(Style.FAINT, "and " + (all.size() - shown) + " more assets"));
    }
    add(new Line(terminal));
  }

  private void asset(AssetView asset) {
    StateLine last = asset.last();
    Line line = new Line(terminal);
    line.left(Style.STRONG, last.asset(), NAME);
    line.right(Style.PLAIN, Figures.price(last.mid()), 11);
    line.right(
        asset.change() < 0 ? Style.BAD : Style.GOOD,
        String.format(Locale.ROOT, "%+.1f%%", 100 * asset.change()),
        9);
    line.add("  ");
    int course = Math.max(0, line.room() - STATUS);
    line.left(Style.PLAIN, asset.course(course), course);
    line.add("  ");
    line.left(styleOf(last.status()), last.status(), 10);
    line.add(String.format(Locale.ROOT, "σ %5.2f  g %5.3f", last.volatility(), last.loadFactor()));
    add(line);
  }

  private void levels() {
    long most = 1;
    for (Level level : Level.values()) {
      most = Math.max(most, accounts(level));
    }
    for (Level level : Level.values()) {
      if (level == Level.SAFE && !expected.knowsAccounts()) {
        continue;
      }
      long accounts = accounts(level);
      Line line = new Line(terminal).left(Style.PLAIN, level.name(), 13);
      line.right(Style.PLAIN, Figures.count(accounts), COUNT).add("  ");
      long bar = accounts * line.room() / most;
      line.add(styleOf(level), "█".repeat((int) Math.max(accounts > 0 ? 1 : 0, bar)));
      add(line);
    }
    add(new Line(terminal));
  }

  private void events() {
    for (EventLine event : market.lastEvents(EVENTS)) {
      Line line = new Line(terminal).add(Style.FAINT, Figures.clock(event.instant()));
      line.add(" " + event.account() + " ");
      line.add(styleOf(event.to()), EventWords.levelOf(event));
      line.add(" hf " + Figures.ratio(event.healthFactor()) + " " + EventWords.of(event.terms()));
      add(line);
    }
  }

  private long accounts(Level level) {
    return level == Level.SAFE
        ? Math.max(0, expected.accounts() + market.accounts(level))
        : count(market, level);
  }

  private static long count(MarketView market, Level level) {
    return Math.max(0, market.accounts(level));
  }

  private void add(Line line) {
    lines.add(line.toString());
  }

  private static String percent(double share) {
    return (int) (100 * share) + " %";
  }

  private static Style styleOf(Level level) {
    return switch (level) {
      case SAFE -> Style.GOOD;
      case MARGIN_CALL -> Style.WARNING;
      case LIQUIDATABLE -> Style.BAD;
      case INSOLVENT -> Style.WORST;
    };
  }

  private static Style styleOf(String status) {
    return switch (status) {
      case "OK" -> Style.GOOD;
      case "STALE" -> Style.WARNING;
      case "DISPUTED" -> Style.BAD;
      default -> Style.WORST;
    };
  }
}
