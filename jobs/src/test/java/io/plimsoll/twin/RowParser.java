package io.plimsoll.twin;

import io.plimsoll.twin.Cells.Malformed;
import io.plimsoll.twin.InputRow.Origin;
import io.plimsoll.twin.Refusal.Reason;
import java.math.BigDecimal;

/** Understands one row by itself, without regard to what came before it. */
final class RowParser {
  /** The row is refused for what it says. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    Refused(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  private final Parameters parameters;

  RowParser(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The row at its own timestamp, or the reason why not. */
  InputRow parse(String kind, TwinFile file, int row) throws Refused {
    if (file.isShort(row)) {
      throw new Refused(Reason.MALFORMED);
    }
    try {
      return switch (kind) {
        case "quotes" -> quote(file, row);
        case "candles" -> candle(file, row);
        case "indices" -> index(file, row);
        case "stress" -> venueCondition(file, row);
        case "accounts" -> settings(file, row);
        default -> position(file, row);
      };
    } catch (Malformed e) {
      throw new Refused(Reason.MALFORMED);
    }
  }

  private InputRow quote(TwinFile file, int row) throws Malformed, Refused {
    long time = Cells.timestamp(file.cell(row, "timestamp"));
    String asset = Cells.required(file.cell(row, "asset"));
    double price = Cells.real(file.cell(row, "price"));
    String confidenceCell = file.cell(row, "confidence");
    double confidence = confidenceCell.isEmpty() ? 0 : Cells.real(confidenceCell);
    Long sequence = Cells.sequence(file.cell(row, "sequence"));
    if (confidence < 0) {
      throw new Malformed(confidenceCell);
    }
    checkPrice(asset, price);
    return new InputRow.Quote(
        at(file, row, time), asset, file.cell(row, "source"), price, confidence, sequence);
  }

  private InputRow candle(TwinFile file, int row) throws Malformed, Refused {
    long open = Cells.timestamp(file.cell(row, "timestamp"));
    String asset = Cells.required(file.cell(row, "asset"));
    Cells.real(file.cell(row, "open"));
    Cells.real(file.cell(row, "high"));
    Cells.real(file.cell(row, "low"));
    double close = Cells.real(file.cell(row, "close"));
    String volume = file.cell(row, "volume");
    if (!volume.isEmpty()) {
      Cells.real(volume);
    }
    checkPrice(asset, close);
    long time = open + parameters.global().candleInterval();
    return new InputRow.Quote(at(file, row, time), asset, file.cell(row, "source"), close, 0, null);
  }

  private void checkPrice(String asset, double price) throws Refused {
    AssetParameters limits = known(asset);
    if (price <= 0) {
      throw new Refused(Reason.NON_POSITIVE);
    }
    if (price < limits.minPrice() || price > limits.maxPrice()) {
      throw new Refused(Reason.OUT_OF_BOUNDS);
    }
  }

  private InputRow index(TwinFile file, int row) throws Malformed, Refused {
    long time = Cells.timestamp(file.cell(row, "timestamp"));
    String asset = Cells.required(file.cell(row, "asset"));
    Double exchangeRate = positiveOrAbsent(file.cell(row, "exchange_rate"));
    Double borrowIndex = positiveOrAbsent(file.cell(row, "borrow_index"));
    known(asset);
    return new InputRow.Index(at(file, row, time), asset, exchangeRate, borrowIndex);
  }

  private static Double positiveOrAbsent(String cell) throws Malformed {
    if (cell.isEmpty()) {
      return null;
    }
    double value = Cells.real(cell);
    if (value <= 0) {
      throw new Malformed(cell);
    }
    return value;
  }

  private InputRow venueCondition(TwinFile file, int row) throws Malformed {
    long time = Cells.timestamp(file.cell(row, "timestamp"));
    String venue = Cells.required(file.cell(row, "venue"));
    String stressCell = file.cell(row, "stress");
    Double stress = stressCell.isEmpty() ? null : Double.valueOf(Cells.real(stressCell));
    String status = file.cell(row, "status");
    boolean statusKnown = status.isEmpty() || status.equals("UP") || status.equals("DOWN");
    if (!statusKnown || stress != null && (stress < 0 || stress > 1)) {
      throw new Malformed(stressCell);
    }
    return new InputRow.VenueCondition(
        at(file, row, time), venue, stress, status.isEmpty() ? null : status.equals("UP"));
  }

  private InputRow settings(TwinFile file, int row) throws Malformed, Refused {
    long time = Cells.timestamp(file.cell(row, "timestamp"));
    String account = Cells.required(file.cell(row, "account"));
    String modeCell = file.cell(row, "mode");
    Mode mode = modeCell.isEmpty() ? Mode.GROSS : oneOf(Mode.class, modeCell);
    String marginCallCell = file.cell(row, "margin_call");
    BigDecimal marginCall = marginCallCell.isEmpty() ? null : Cells.decimal(marginCallCell);
    if (marginCall != null && marginCall.compareTo(BigDecimal.ONE) < 0) {
      throw new Malformed(marginCallCell);
    }
    String category = file.cell(row, "category");
    if (!category.isEmpty() && !parameters.categories().containsKey(category)) {
      throw new Refused(Reason.UNKNOWN_CATEGORY);
    }
    return new InputRow.Settings(
        at(file, row, time), account, mode, category.isEmpty() ? null : category, marginCall);
  }

  private InputRow position(TwinFile file, int row) throws Malformed, Refused {
    long time = Cells.timestamp(file.cell(row, "timestamp"));
    String account = Cells.required(file.cell(row, "account"));
    String asset = Cells.required(file.cell(row, "asset"));
    Kind kind = oneOf(Kind.class, Cells.required(file.cell(row, "kind")));
    BigDecimal amount = Cells.decimal(Cells.required(file.cell(row, "amount")));
    String entryCell = file.cell(row, "entry_price");
    BigDecimal entryPrice = entryCell.isEmpty() ? null : Cells.decimal(entryCell);
    Long sequence = Cells.sequence(file.cell(row, "sequence"));
    boolean entryMissing = entryPrice == null || entryPrice.signum() <= 0;
    if (amount.signum() < 0 || kind.isPerpetual() && amount.signum() > 0 && entryMissing) {
      throw new Malformed(file.record(row));
    }
    String venueCell = file.cell(row, "venue");
    String venue = venueCell.isEmpty() ? known(asset).venue() : venueCell;
    known(asset);
    return new InputRow.Position(
        at(file, row, time),
        new HoldingKey(account, venue, asset, kind),
        amount,
        entryPrice,
        sequence);
  }

  private AssetParameters known(String asset) throws Refused {
    AssetParameters found = parameters.assets().get(asset);
    if (found == null) {
      throw new Refused(Reason.UNKNOWN_ASSET);
    }
    return found;
  }

  private static Origin at(TwinFile file, int row, long time) {
    return new Origin(file, row, time, time, false);
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String cell) throws Malformed {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(cell)) {
        return constant;
      }
    }
    throw new Malformed(cell);
  }
}
