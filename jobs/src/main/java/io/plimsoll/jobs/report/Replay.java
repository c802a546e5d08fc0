package io.plimsoll.jobs.report;

import io.plimsoll.jobs.book.AccountRows;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.series.AssetSeries;
import io.plimsoll.jobs.series.BookSeries;
import java.io.IOException;

/**
 * Plays a history into the book once more, with the asset states that the run has written in place
 * of prices, and looks at it on the way: at evenly spread moments, and at the instants of the
 * events that are to be explained. For one run.
 */
final class Replay {

  private final History input;
  private final Book book;
  private final AssetSeries assets;
  private final AccountStories stories;
  private final BookSeries pictures;

  Replay(
      History input, Book book, AssetSeries assets, AccountStories stories, BookSeries pictures) {
    this.input = input;
    this.book = book;
    this.assets = assets;
    this.stories = stories;
    this.pictures = pictures;
  }

  /**
   * Plays it to the end.
   *
   * @param states of the assets, by instant
   * @param to last instant of the run
   */
  void run(JsonLinesFile<StateLine> states, long to) throws IOException {
    try (AccountRows rows = new AccountRows(input.data(), input.risk())) {
      BarInstants bars = new BarInstants(rows);
      states.readAll(bars::take);
      bars.end();
      advance(rows, to, true);
      pictures.add(BookPicture.of(book, to));
    }
  }

  /** Bars come one asset after the other; an instant is over when the next one's come. */
  private final class BarInstants {

    private final AccountRows rows;
    private long instant = Long.MIN_VALUE;

    BarInstants(AccountRows rows) {
      this.rows = rows;
    }

    void take(StateLine bar) {
      if (bar.instant() != instant) {
        end();
        // What comes between two bars finds the load factors of the first.
        advance(rows, bar.instant(), false);
        instant = bar.instant();
      }
      book.apply(bar);
      boolean unused = assets.add(bar);
    }

    void end() {
      if (instant != Long.MIN_VALUE) {
        advance(rows, instant, true);
        if (pictures.isDue(instant)) {
          pictures.add(BookPicture.of(book, instant));
        }
      }
    }
  }

  /** Applies what comes before an instant, or up to and with it. */
  private void advance(AccountRows rows, long instant, boolean inclusive) {
    long end = inclusive ? instant : instant - 1;
    while (Math.min(rows.next(), stories.next()) <= end) {
      if (rows.next() <= stories.next()) {
        rows.applyTo(book);
      } else {
        stories.capture(book);
      }
    }
  }
}
