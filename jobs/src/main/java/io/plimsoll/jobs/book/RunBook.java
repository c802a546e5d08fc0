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
   */
  public static Book read(History history, Path states) throws IOException {
    Map<String, StateLine> last = new HashMap<>();
    new JsonLinesFile<>(states, StateLine::read).readAll(state -> last.put(state.asset(), state));
    Book book = new Book(history.risk());
    last.values().forEach(book::apply);
    try (AccountRows rows = new AccountRows(history.data(), history.risk())) {
      // A run that was cut (--to) has read no further than its next bar close.
      long end =
          last.isEmpty() ? Long.MAX_VALUE : book.lastBar() + history.risk().bars().intervalMs();
      while (rows.next() < end) {
        rows.applyTo(book);
      }
    }
    return book;
  }
}
