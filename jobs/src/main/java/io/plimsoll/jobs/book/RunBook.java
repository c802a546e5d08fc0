package io.plimsoll.jobs.book;

import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.StateLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The book at the end of a run over files. */
public final class RunBook {

  private RunBook() {}

  /**
   * Reads it.
   *
   * @param states asset-states.jsonl of the run
   * @param events margin-events.jsonl of the run, read only if liquidations were carried out
   */
  public static Book read(History history, Path states, Path events) throws IOException {
    Map<String, StateLine> last = new HashMap<>();
    new JsonLinesFile<>(states, StateLine::read).readAll(state -> last.put(state.asset(), state));
    Book book = new Book(history.risk());
    last.values().forEach(book::apply);
    try (AccountRows rows = new AccountRows(history.data(), history.risk());
        PaperRows paper = history.risk().onPaper() ? PaperRows.of(events) : PaperRows.none()) {
      // A run that was cut (--to) has read no further than its next bar close.
      long end =
          last.isEmpty() ? Long.MAX_VALUE : book.lastBar() + history.risk().bars().intervalMs();
      while (Math.min(rows.next(), paper.next()) < end) {
        if (rows.next() <= paper.next()) {
          rows.applyTo(book);
        } else {
          paper.applyTo(book);
        }
      }
    }
    return book;
  }
}
