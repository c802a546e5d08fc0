package io.plimsoll.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Heartbeat;
import io.plimsoll.contract.Quote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfluentTest {

  static {
    Contract.trust(); // the builders of its records need it
  }

  private static final Quote QUOTE =
      Quote.newBuilder()
          .setTimestamp(Instant.ofEpochMilli(1_583_971_200_123L))
          .setAsset("ETH")
          .setPrice(1834.25)
          .build();

  private LocalRegistry registry;
  private Confluent format;

  @BeforeEach
  void start() throws IOException {
    registry = new LocalRegistry();
    format = new Confluent(registry.url() + "/");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private byte[] good() throws IOException {
    return format.encoder("quotes", Quote.getClassSchema()).encode(QUOTE);
  }

  @Test
  void aValueIsZeroTheIdAndTheRecord() throws Exception {
    byte[] value = good();

    assertThat(Arrays.copyOf(value, 5)).containsExactly(0, 0, 0, 0, 100);
    assertThat(registry.subjects()).containsExactly("quotes-value");
    assertThat(format.decoder(Quote.getClassSchema()).decode(value).get("price"))
        .isEqualTo(1834.25);
  }

  @Test
  void whatMayStandInAnyTopicIsRegisteredByItsNameAndReadAsIt() throws Exception {
    Heartbeat heartbeat = Heartbeat.newBuilder().setUpTo(QUOTE.getTimestamp()).build();
    byte[] value = format.encoder(Heartbeat.getClassSchema()).encode(heartbeat);
    byte[] quote = good();
    RecordDecoder decoder = format.decoder(Quote.getClassSchema(), Heartbeat.getClassSchema());

    assertThat(registry.subjects())
        .containsExactly("io.plimsoll.contract.Heartbeat", "quotes-value");
    GenericRecord read = decoder.decode(value);
    assertThat(read.getSchema()).isSameAs(Heartbeat.getClassSchema());
    assertThat(read.get("upTo")).isEqualTo(QUOTE.getTimestamp().toEpochMilli());
    assertThat(decoder.decode(quote).getSchema()).isSameAs(Quote.getClassSchema());
  }

  @Test
  void aSchemaIsAskedForOnce() throws Exception {
    byte[] value = good();
    RecordDecoder decoder = format.decoder(Quote.getClassSchema());
    for (int i = 0; i < 10; i++) {
      decoder.decode(value);
    }

    assertThat(registry.asked()).isEqualTo(1);
  }

  @Test
  void anIdThatTheRegistryDoesNotHaveIsTheRecordsFault() throws IOException {
    byte[] value = good();
    value[4] = 7;

    assertThatThrownBy(() -> format.decoder(Quote.getClassSchema()).decode(value))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("the registry has no Avro schema of id 7");
  }

  @Test
  void anotherFormatIsTheRecordsFault() {
    assertThatThrownBy(
            () -> format.decoder(Quote.getClassSchema()).decode(new byte[] {(byte) 0xC3, 1, 2}))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("do not start with 0");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNot() throws IOException {
    byte[] value = good();
    registry.close();

    assertThatThrownBy(() -> format.decoder(Quote.getClassSchema()).decode(value))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("schema registry " + registry.url() + ": does not answer");
  }
}
