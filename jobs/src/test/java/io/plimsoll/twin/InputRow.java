package io.plimsoll.twin;

import java.math.BigDecimal;

/** A row that was not refused at reading. */
sealed interface InputRow {
  Origin origin();

  /**
   * Where a row comes from and where in time it belongs.
   *
   * @param timestamp its own
   * @param instant at which it is applied: for a late row a later one
   */
  record Origin(TwinFile file, int row, long timestamp, long instant, boolean late) {
    Refusal refuse(Refusal.Reason reason) {
      return new Refusal(file.name(), TwinFile.line(row), reason, file.record(row));
    }
  }

  /** A price of one source; {@code confidence} 0 when absent. */
  record Quote(
      Origin origin, String asset, String source, double price, double confidence, Long sequence)
      implements InputRow {}

  /** What an asset's indices were told to be; {@code null}: not told. */
  record Index(Origin origin, String asset, Double exchangeRate, Double borrowIndex)
      implements InputRow {}

  /** What a venue's condition was told to be; {@code null}: as it was. */
  record VenueCondition(Origin origin, String venue, Double stress, Boolean up)
      implements InputRow {}

  /** All settings of an account; {@code null} where it has none of its own. */
  record Settings(Origin origin, String account, Mode mode, String category, BigDecimal marginCall)
      implements InputRow {
    static final Settings DEFAULT = new Settings(null, null, Mode.GROSS, null, null);
  }

  /** The absolute size of one holding; {@code entryPrice} {@code null} when absent. */
  record Position(
      Origin origin, HoldingKey key, BigDecimal amount, BigDecimal entryPrice, Long sequence)
      implements InputRow {}
}
