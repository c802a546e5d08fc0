package io.plimsoll.jobs.book;

import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.files.PlayedRow;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a history that change the book, by instant: positions, settings and indices. Prices
 * are left to the asset states that the run has written. For one thread.
 */
public final class AccountRows implements Closeable {

  private static final Set<RowKind> KINDS =
      EnumSet.of(RowKind.INDICES, RowKind.ACCOUNTS, RowKind.POSITIONS);

  private final PlayedFiles files;
  private Optional<MarketEvent> head = Optional.empty();

  /**
   * Opens the files.
   *
   * @throws io.plimsoll.jobs.files.InputException when one cannot be read
   */
  public AccountRows(DataDirectory directory, RiskParameters parameters) {
    files = new PlayedFiles(directory.of(KINDS), parameters);
    advance();
  }

  private void advance() {
    head = Optional.empty();
    Optional<PlayedRow> row = files.next();
    while (row.isPresent() && head.isEmpty()) {
      if (row.get().judged() instanceof MarketEvent event) {
        head = Optional.of(event);
      } else {
        row = files.next(); // refused, as the run has
      }
    }
  }

  /** The instant of the next rows, or {@link Long#MAX_VALUE} at the end. */
  public long next() {
    return head.map(MarketEvent::instant).orElse(Long.MAX_VALUE);
  }

  /** Applies the rows of the next instant. */
  public void applyTo(Book book) {
    long instant = next();
    List<AccountUpdate> updates = new ArrayList<>();
    while (head.isPresent() && next() == instant) {
      if (head.get() instanceof AccountUpdate update) {
        updates.add(update);
      } else if (head.get() instanceof IndexReading reading) {
        book.apply(reading);
      }
      advance();
    }
    book.apply(instant, updates);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
