package io.plimsoll.jobs.console;

import io.plimsoll.jobs.book.AccountView;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.series.AssetSeries;
import io.plimsoll.jobs.series.BookSeries;
import io.plimsoll.jobs.series.LevelSeries;
import io.plimsoll.jobs.series.RefusedSeries;
import io.plimsoll.jobs.series.TimeAxis;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that a monitor has said so far, as far as it is shown. Its readers tell it, each in the order
 * of its topic; events of several partitions are put in the order of their instants once a second.
 * For several threads.
 */
final class LiveMonitor {

  /** Steps of a series: as many as a screen has room for. */
  private static final int STEPS = 1_000;

  /** All accounts are looked at again after as many times as long as the last look took. */
  private static final long REST = 20;

  private static final long SHORTEST_REST_NANOS = 2_000_000_000L;

  private final RiskParameters parameters;
  private final long windowMs;
  private final Book book;
  private final Standings standings = new Standings();
  private final LiveEvents events = new LiveEvents();

  /** Waiting to be put in order. */
  private final List<EventLine> heard = new ArrayList<>();

  private Optional<Drawn> drawn = Optional.empty();
  private RefusedSeries refused;
  private long lastBar;
  private boolean caughtUp;
  private boolean changed;
  private long nextPictureNanos = System.nanoTime();

  /** What is drawn over time, once time has begun. */
  record Drawn(
      TimeAxis axis,
      TimeAxis moments,
      AssetSeries assets,
      LevelSeries levels,
      BookSeries pictures) {}

  /**
   * A monitor that has said nothing yet.
   *
   * @param windowMs how much event time is drawn
   * @param closedKeptMs how long it remembers closed accounts
   */
  LiveMonitor(RiskParameters parameters, long windowMs, long closedKeptMs) {
    this.parameters = parameters;
    this.windowMs = windowMs;
    this.book = new Book(parameters, closedKeptMs);
    this.refused = new RefusedSeries(axis(0));
  }

  private TimeAxis axis(long instant) {
    return TimeAxis.rolling(instant, windowMs, STEPS, parameters.bars().intervalMs());
  }

  /** Time begins with the first instant that is heard of. */
  private Drawn drawn(long instant) {
    if (drawn.isEmpty()) {
      TimeAxis axis = TimeAxis.rolling(instant, windowMs, STEPS, parameters.bars().intervalMs());
      TimeAxis moments = TimeAxis.rolling(instant, windowMs, BookSeries.MOMENTS, 1);
      drawn =
          Optional.of(
              new Drawn(
                  axis,
                  moments,
                  new AssetSeries(axis),
                  new LevelSeries(axis),
                  new BookSeries(moments, book.assets())));
      refused = refused.on(axis);
    }
    return drawn.orElseThrow();
  }

  /** An asset's bar. */
  synchronized void take(StateLine bar) {
    if (drawn(bar.instant()).assets().add(bar)) {
      lastBar = Math.max(lastBar, bar.instant());
      book.apply(bar);
      changed = true;
    }
  }

  /** A row of an input; of quotes and stress there is nothing to be shown. */
  synchronized void take(MarketEvent row) {
    book.apply(row);
    changed = true;
  }

  /** A margin event. */
  synchronized void take(EventLine event) {
    if (standings.add(event)) {
      if (caughtUp || event.instant() > lastBar - windowMs) {
        heard.add(event);
      } else {
        // Older than all that is drawn: where its account stands is all that counts.
        show(event);
      }
    }
  }

  private void show(EventLine event) {
    events.add(event);
    drawn(event.instant()).levels().add(event);
  }

  /**
   * A refused row. It is drawn when it is heard of; of an earlier one it is only known when its
   * refusal was written, which is on the axis where event time is the time of day.
   *
   * @param refusedAt epoch milliseconds
   */
  synchronized void take(RefusedLine row, long refusedAt) {
    refused.reach(lastBar);
    refused.add(row, OptionalLong.of(caughtUp ? lastBar : refusedAt));
  }

  /** All that stood in the topics at the start is taken. */
  synchronized void catchUp() {
    caughtUp = true;
  }

  /** A second is over: events are put in order, and all accounts looked at if it is time to. */
  synchronized void second() {
    if (!caughtUp) {
      return; // one partition's are there, and another's are not
    }
    heard.sort(Comparator.comparingLong(EventLine::instant));
    heard.forEach(this::show);
    heard.clear();
    events.second();
    if (drawn.isPresent() && lastBar > 0) {
      drawn.get().levels().reach(lastBar);
      refused.reach(lastBar);
      for (String account : book.forgetClosed(lastBar)) {
        standings.forget(account);
        drawn.get().levels().forget(account);
      }
      look();
    }
  }

  private void look() {
    long start = System.nanoTime();
    if (changed && start - nextPictureNanos >= 0) {
      drawn.orElseThrow().pictures().add(BookPicture.of(book, lastBar));
      changed = false;
      long now = System.nanoTime();
      nextPictureNanos = now + Math.max(SHORTEST_REST_NANOS, REST * (now - start));
    }
  }

  /** A look at it, while it stands still. */
  interface Look<T, X extends Exception> {
    T at(LiveMonitor monitor) throws X;
  }

  /** Looks at it; nothing is taken meanwhile. */
  synchronized <T, X extends Exception> T look(Look<T, X> look) throws X {
    return look.at(this);
  }

  // What follows is for those who look.

  RiskParameters parameters() {
    return parameters;
  }

  long windowMs() {
    return windowMs;
  }

  Book book() {
    return book;
  }

  Standings standings() {
    return standings;
  }

  LiveEvents events() {
    return events;
  }

  Optional<Drawn> drawn() {
    return drawn;
  }

  RefusedSeries refused() {
    return refused;
  }

  /** The last bar close of all, epoch milliseconds; 0 before the first. */
  long lastBar() {
    return lastBar;
  }

  /** One account, or one part of it. */
  Optional<AccountView> account(String name) {
    List<EventLine> own = new ArrayList<>(standings.events(name));
    book.units(name).stream()
        .filter(unit -> !unit.name().equals(name))
        .forEach(unit -> own.addAll(standings.events(unit.name())));
    return AccountView.of(book, name, own);
  }
}
