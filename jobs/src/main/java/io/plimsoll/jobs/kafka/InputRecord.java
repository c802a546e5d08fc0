package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.AccountSettings;
import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Kind;
import io.plimsoll.contract.Mode;
import io.plimsoll.contract.VenueStatus;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.account.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as a producer of an input topic writes it.
 *
 * @param kind whose topic it goes to
 * @param key the account, asset or venue that it concerns: what concerns one stays in order
 * @param value a record of the contract
 */
public record InputRecord(RowKind kind, String key, SpecificRecord value) {

  /** The record of an event. What stands for something absent is absent. */
  public static InputRecord of(MarketEvent event) {
    Contract.trust();
    if (event instanceof Quote quote) {
      return new InputRecord(RowKind.QUOTES, quote.asset(), value(quote));
    } else if (event instanceof IndexReading reading) {
      return new InputRecord(RowKind.INDICES, reading.asset(), value(reading));
    } else if (event instanceof VenueReading reading) {
      return new InputRecord(RowKind.STRESS, reading.venue(), value(reading));
    } else if (event instanceof SettingsUpdate update) {
      return new InputRecord(RowKind.ACCOUNTS, update.account(), value(update));
    } else if (event instanceof PositionUpdate update) {
      return new InputRecord(RowKind.POSITIONS, update.account(), value(update));
    }
    throw new IllegalArgumentException("no topic has " + event.getClass());
  }

  private static SpecificRecord value(Quote quote) {
    return io.plimsoll.contract.Quote.newBuilder()
        .setTimestamp(Instant.ofEpochMilli(quote.instant()))
        .setAsset(quote.asset())
        .setPrice(quote.priceUsd())
        .setSource(quote.source())
        .setConfidence(quote.confidenceUsd())
        .setSequence(sequenceOrNull(quote.sequence()))
        .build();
  }

  private static SpecificRecord value(IndexReading reading) {
    return io.plimsoll.contract.IndexReading.newBuilder()
        .setTimestamp(Instant.ofEpochMilli(reading.instant()))
        .setAsset(reading.asset())
        .setExchangeRate(numberOrNull(reading.exchangeRate()))
        .setBorrowIndex(numberOrNull(reading.borrowIndex()))
        .build();
  }

  private static SpecificRecord value(VenueReading reading) {
    return io.plimsoll.contract.VenueReading.newBuilder()
        .setTimestamp(Instant.ofEpochMilli(reading.instant()))
        .setVenue(reading.venue())
        .setStress(numberOrNull(reading.stress()))
        .setStatus(
            reading.status() == io.plimsoll.jobs.market.VenueStatus.UNTOLD
                ? null
                : VenueStatus.valueOf(reading.status().name()))
        .build();
  }

  private static SpecificRecord value(SettingsUpdate update) {
    Settings settings = update.settings();
    return AccountSettings.newBuilder()
        .setTimestamp(Instant.ofEpochMilli(update.timestamp()))
        .setAccount(update.account())
        .setMode(Mode.valueOf(settings.mode().name()))
        .setCategory(textOrNull(settings.category()))
        .setMarginCall(amountOrNull(settings.marginCall()))
        .build();
  }

  private static SpecificRecord value(PositionUpdate update) {
    return io.plimsoll.contract.PositionUpdate.newBuilder()
        .setTimestamp(Instant.ofEpochMilli(update.timestamp()))
        .setAccount(update.account())
        .setAsset(update.asset())
        .setKind(Kind.valueOf(update.kind().name()))
        .setAmount(amount(update.amount()))
        .setEntryPrice(amountOrNull(update.entryPriceUsd()))
        .setVenue(textOrNull(update.venue()))
        .setSequence(sequenceOrNull(update.sequence()))
        .build();
  }

  /** Amounts have at most as many digits: nothing is rounded. */
  private static BigDecimal amount(BigDecimal amount) {
    return amount.setScale(EventRecords.AMOUNT_SCALE, RoundingMode.UNNECESSARY);
  }

  // Avro's name for what is absent is null; it goes no further than the record.
  private static BigDecimal amountOrNull(BigDecimal amount) {
    return amount.signum() == 0 ? null : amount(amount);
  }

  private static Double numberOrNull(double number) {
    return Double.isNaN(number) ? null : number;
  }

  private static Long sequenceOrNull(long sequence) {
    return sequence == Origin.NO_SEQUENCE ? null : sequence;
  }

  private static String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
