package io.plimsoll.jobs.monitor;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plimsoll.contract.AccountSettings;
import io.plimsoll.contract.Contract;
import io.plimsoll.contract.IndexReading;
import io.plimsoll.contract.Kind;
import io.plimsoll.contract.Mode;
import io.plimsoll.contract.PositionUpdate;
import io.plimsoll.contract.Quote;
import io.plimsoll.contract.VenueReading;
import io.plimsoll.contract.VenueStatus;
import io.plimsoll.jobs.intake.Timestamps;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rows of a case as the records that a producer would write, in the order of event time. A
 * candle is a quote of its close. What Avro cannot say, such as a number that is none, is left out:
 * as a row it was refused.
 */
final class CaseFeed {

  /** A record and where it goes. */
  record Message(String topic, String key, long timestamp, SpecificRecord value) {}

  private final RiskParameters parameters;

  CaseFeed(RiskParameters parameters) {
    this.parameters = parameters;
    Contract.trust();
  }

  List<Message> read(Path data) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(data)) {
      files = all.filter(f -> f.getFileName().toString().contains(".csv")).sorted().toList();
    }
    List<Message> messages = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      try (InputStream in = Files.newInputStream(file);
          CsvReader<NamedCsvRecord> rows =
              CsvReader.builder()
                  .ofNamedCsvRecord(
                      new InputStreamReader(
                          name.endsWith(".gz") ? new GZIPInputStream(in) : in,
                          StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : rows) {
          message(name, row).ifPresent(messages::add);
        }
      }
    }
    messages.sort(Comparator.comparingLong(Message::timestamp));
    return messages;
  }

  private Optional<Message> message(String file, NamedCsvRecord row) {
    try {
      long time = Timestamps.read(row.getField("timestamp")).orElseThrow();
      if (file.startsWith("quotes")) {
        return Optional.of(quote(row, time, row.getField("price")));
      } else if (file.startsWith("candles")) {
        return Optional.of(quote(row, time + parameters.candleIntervalMs(), row.getField("close")));
      } else if (file.startsWith("indices")) {
        return Optional.of(index(row, time));
      } else if (file.startsWith("stress")) {
        return Optional.of(venue(row, time));
      } else if (file.startsWith("accounts")) {
        return Optional.of(settings(row, time));
      }
      return Optional.of(position(row, time));
    } catch (RuntimeException notToBeSaid) {
      return Optional.empty();
    }
  }

  private static Message quote(NamedCsvRecord row, long time, String price) {
    Quote.Builder quote =
        Quote.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(time))
            .setAsset(row.getField("asset"))
            .setPrice(Double.parseDouble(price));
    cell(row, "source").ifPresent(quote::setSource);
    cell(row, "confidence").map(Double::valueOf).ifPresent(quote::setConfidence);
    cell(row, "sequence").map(Long::valueOf).ifPresent(quote::setSequence);
    return new Message("quotes", row.getField("asset"), time, quote.build());
  }

  private static Message index(NamedCsvRecord row, long time) {
    IndexReading.Builder index =
        IndexReading.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(time))
            .setAsset(row.getField("asset"));
    cell(row, "exchange_rate").map(Double::valueOf).ifPresent(index::setExchangeRate);
    cell(row, "borrow_index").map(Double::valueOf).ifPresent(index::setBorrowIndex);
    return new Message("indices", row.getField("asset"), time, index.build());
  }

  private static Message venue(NamedCsvRecord row, long time) {
    VenueReading.Builder venue =
        VenueReading.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(time))
            .setVenue(row.getField("venue"));
    cell(row, "stress").map(Double::valueOf).ifPresent(venue::setStress);
    cell(row, "status").map(VenueStatus::valueOf).ifPresent(venue::setStatus);
    return new Message("stress", row.getField("venue"), time, venue.build());
  }

  private static Message settings(NamedCsvRecord row, long time) {
    AccountSettings.Builder settings =
        AccountSettings.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(time))
            .setAccount(row.getField("account"));
    cell(row, "mode").map(Mode::valueOf).ifPresent(settings::setMode);
    cell(row, "category").ifPresent(settings::setCategory);
    cell(row, "margin_call").map(CaseFeed::amount).ifPresent(settings::setMarginCall);
    return new Message("accounts", row.getField("account"), time, settings.build());
  }

  private static Message position(NamedCsvRecord row, long time) {
    PositionUpdate.Builder position =
        PositionUpdate.newBuilder()
            .setTimestamp(Instant.ofEpochMilli(time))
            .setAccount(row.getField("account"))
            .setAsset(row.getField("asset"))
            .setKind(Kind.valueOf(row.getField("kind")))
            .setAmount(amount(row.getField("amount")));
    cell(row, "entry_price").map(CaseFeed::amount).ifPresent(position::setEntryPrice);
    cell(row, "venue").ifPresent(position::setVenue);
    cell(row, "sequence").map(Long::valueOf).ifPresent(position::setSequence);
    return new Message("positions", row.getField("account"), time, position.build());
  }

  private static java.math.BigDecimal amount(String text) {
    return new java.math.BigDecimal(text).setScale(18);
  }

  private static Optional<String> cell(NamedCsvRecord row, String name) {
    return row.findField(name).filter(text -> !text.isBlank());
  }
}
