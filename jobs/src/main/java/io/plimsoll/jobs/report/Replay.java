package io.plimsoll.jobs.report;

import io.plimsoll.jobs.book.AccountRows;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.book.PaperRows;
import io.plimsoll.jobs.readback.JsonLinesCursor;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.series.AssetSeries;
import io.plimsoll.jobs.series.BookSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Plays a history into the book once more, with the asset states that the run has written in place
 * of prices, and looks at it on the way: at evenly spread moments, and at the instants of the
 * events that are to be explained. For one run.
 */
final class Replay {

  private final History input;
  private final PaperRows paper;
  private final Book book;
  private final AssetSeries assets;
  private final AccountStories stories;
  private final BookSeries pictures;

  /**
   * A replay.
   *
   * @param paper what the run carried out; the caller's to close
   */
  Replay(
      History input,
      PaperRows paper,
      Book book,
      AssetSeries assets,
      AccountStories stories,
      BookSeries pictures) {
    this.input = input;
    this.paper = paper;
    this.book = book;
    this.assets = assets;
    this.stories = stories;
    this.pictures = pictures;
  }

  /**
   * Plays it to the end.
   *
   * @param file of the assets' states, by instant
   * @param to last instant of the run
   */
  void run(Path file, long to) throws IOException {
    try (AccountRows rows = new AccountRows(input.data(), input.risk());
        JsonLinesCursor<StateLine> states = new JsonLinesCursor<>(file, StateLine::read)) {
      BarInstants bars = new BarInstants(rows);
      for (Optional<StateLine> bar = states.next(); bar.isPresent(); bar = states.next()) {
        bars.take(bar.get());
      }
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

    void take(StateLine bar) throws IOException {
      if (bar.instant() != instant) {
        end();
        // What comes between two bars finds the load factors of the first.
        advance(rows, bar.instant(), false);
        instant = bar.instant();
      }
      book.apply(bar);
      boolean unused = assets.add(bar);
    }

    void end() throws IOException {
      if (instant != Long.MIN_VALUE) {
        advance(rows, instant, true);
        if (pictures.isDue(instant)) {
          pictures.add(BookPicture.of(book, instant));
        }
      }
    }
  }

  /**
   * Applies what comes before an instant, or up to and with it. What an event was decided from is
   * what its rows left, before anything was carried out.
   */
  private void advance(AccountRows rows, long instant, boolean inclusive) throws IOException {
    long end = inclusive ? instant : instant - 1;
    while (true) {
      long next = Math.min(rows.next(), Math.min(stories.next(), paper.next()));
      if (next > end) {
        return;
      }
      if (rows.next() == next) {
        rows.applyTo(book);
      } else if (stories.next() == next) {
        stories.capture(book);
      } else {
        paper.applyTo(book);
      }
    }
  }
}
