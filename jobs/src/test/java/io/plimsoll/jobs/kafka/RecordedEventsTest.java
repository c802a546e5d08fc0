package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Contract;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.watch.SampleEvents;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written as a record is read as the event that it was. */
class RecordedEventsTest {

  private static final SingleObject FORMAT = new SingleObject(List.of());
  private static final Schema SCHEMA = io.plimsoll.contract.MarginEvent.getClassSchema();

  static {
    Contract.trust();
  }

  private static List<MarginEvent> events() {
    return SampleEvents.all();
  }

  /** A NETTED account has no venues. */
  @Test
  void aRepaymentWithoutVenues() throws Exception {
    BigDecimal amount = new BigDecimal("2.653810835629017447");
    comesBack(
        SampleEvents.liquidation(
            new SpotTerms("", "USDC", amount, 1, "", "ETH", amount, 1, 1, 1.05)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void comesBack(MarginEvent event) throws Exception {
    byte[] value = FORMAT.encoder("margin-events", SCHEMA).encode(EventRecords.of(event, true));

    assertThat(RecordedEvents.of(FORMAT.decoder(SCHEMA).decode(value))).isEqualTo(event);
  }
}
