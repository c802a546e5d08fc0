package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.NoTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** Margin events out of the contract's records: the way back of {@link EventRecords}. */
public final class RecordedEvents {

  private RecordedEvents() {}

  /** The event of a record by today's schema; nothing of the record is kept. */
  public static MarginEvent of(GenericRecord record) {
    return new MarginEvent(
        text(record, "id"),
        text(record, "account"),
        (Long) record.get("instant"),
        Level.valueOf(text(record, "from")),
        Level.valueOf(text(record, "to")),
        doubts(record),
        figures(record),
        terms(record.get("terms")));
  }

  private static List<String> doubts(GenericRecord record) {
    List<String> doubts = new ArrayList<>();
    for (Object doubt : (Iterable<?>) record.get("doubts")) {
      doubts.add(doubt.toString());
    }
    return List.copyOf(doubts);
  }

  private static Figures figures(GenericRecord record) {
    double assets = number(record, "assets");
    double infinite = assets < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    return new Figures(
        numberOr(record, "healthFactor", infinite),
        assets,
        number(record, "liabilities"),
        number(record, "collateralValue"),
        number(record, "debtValue"),
        number(record, "equity"),
        numberOr(record, "ltv", Double.NaN),
        prices(record, "liquidationPrices"),
        prices(record, "marks"));
  }

  /** In the order of the record, which is that of the file. */
  private static Map<String, Double> prices(GenericRecord record, String name) {
    Map<String, Double> prices = new LinkedHashMap<>();
    for (Object price : (Iterable<?>) record.get(name)) {
      GenericRecord one = (GenericRecord) price;
      prices.put(text(one, "asset"), number(one, "price"));
    }
    return prices;
  }

  private static LiquidationTerms terms(Object terms) {
    if (!(terms instanceof GenericRecord record)) {
      return NoTerms.NONE;
    }
    return record.getSchema().getField("repayAsset") != null ? spot(record) : perpetual(record);
  }

  private static LiquidationTerms spot(GenericRecord terms) {
    return new SpotTerms(
        textOr(terms, "repayVenue", ""),
        text(terms, "repayAsset"),
        amount(terms, "repayAmount"),
        number(terms, "repayValue"),
        textOr(terms, "seizeVenue", ""),
        text(terms, "seizeAsset"),
        amount(terms, "seizeAmount"),
        number(terms, "bonus"),
        number(terms, "protocolFee"),
        numberOr(terms, "healthFactorAfter", Double.POSITIVE_INFINITY));
  }

  private static LiquidationTerms perpetual(GenericRecord terms) {
    return new PerpetualTerms(
        textOr(terms, "closeVenue", ""),
        text(terms, "closeAsset"),
        Kind.valueOf(text(terms, "closeKind")),
        amount(terms, "closeAmount"),
        numberOr(terms, "bankruptcyPrice", Double.NaN),
        numberOr(terms, "healthFactorAfter", Double.POSITIVE_INFINITY));
  }

  private static String text(GenericRecord record, String name) {
    return record.get(name).toString();
  }

  private static String textOr(GenericRecord record, String name, String absent) {
    Object value = record.get(name);
    return value == null ? absent : value.toString();
  }

  private static double number(GenericRecord record, String name) {
    return (Double) record.get(name);
  }

  private static double numberOr(GenericRecord record, String name, double absent) {
    return record.get(name) instanceof Double value ? value : absent;
  }

  private static BigDecimal amount(GenericRecord record, String name) {
    ByteBuffer buffer = ((ByteBuffer) record.get(name)).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new BigDecimal(new BigInteger(bytes), EventRecords.AMOUNT_SCALE);
  }
}
