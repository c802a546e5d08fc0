package io.plimsoll.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Heartbeat;
import io.plimsoll.contract.PositionUpdate;
import io.plimsoll.contract.Quote;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SingleObjectTest {

  static {
    Contract.trust(); // the builders of its records need it
  }

  private static final SingleObject FORMAT = new SingleObject(List.of());

  private static final Quote QUOTE =
      Quote.newBuilder()
          .setTimestamp(Instant.ofEpochMilli(1_583_971_200_123L))
          .setAsset("ETH")
          .setPrice(1834.25)
          .setSource("pyth")
          .setSequence(77L)
          .build();

  private final RecordDecoder decoder = FORMAT.decoder(Quote.getClassSchema());

  private static byte[] good() throws IOException {
    return FORMAT.encoder("quotes", Quote.getClassSchema()).encode(QUOTE);
  }

  @Test
  void isWhatAvrosOwnEncoderWrites() throws IOException {
    assertThat(good()).isEqualTo(QUOTE.toByteBuffer().array());
  }

  @Test
  void givesBackWhatWasWritten() throws Exception {
    GenericRecord read = decoder.decode(good());

    assertThat(read.get("asset")).hasToString("ETH");
    assertThat(read.get("price")).isEqualTo(1834.25);
    assertThat(read.get("sequence")).isEqualTo(77L);
    assertThat(read.get("confidence")).isEqualTo(0.0);
  }

  @Test
  void whatMayStandInAnyTopicIsReadAsItself() throws Exception {
    Heartbeat heartbeat = Heartbeat.newBuilder().setUpTo(QUOTE.getTimestamp()).build();
    byte[] value = FORMAT.encoder(Heartbeat.getClassSchema()).encode(heartbeat);
    RecordDecoder both = FORMAT.decoder(Quote.getClassSchema(), Heartbeat.getClassSchema());

    GenericRecord read = both.decode(value);

    assertThat(read.getSchema()).isSameAs(Heartbeat.getClassSchema());
    assertThat(read.get("upTo")).isEqualTo(QUOTE.getTimestamp().toEpochMilli());
    assertThat(both.decode(good()).getSchema()).isSameAs(Quote.getClassSchema());
    assertThatThrownBy(() -> decoder.decode(value)).isInstanceOf(UndecodableException.class);
  }

  @Nested
  class AWriterWithAnOlderSchema {

    /** Before there were sources and sequences. */
    private final Schema older =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Quote", "namespace": "io.plimsoll.contract", "fields": [
                  {"name": "timestamp", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "asset", "type": "string"},
                  {"name": "price", "type": "double"}]}
                """);

    private byte[] written() throws IOException {
      GenericRecord record = new GenericData.Record(older);
      record.put("timestamp", 1_583_971_200_123L);
      record.put("asset", "BTC");
      record.put("price", 8500.5);
      return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older)
          .encode(record)
          .array();
    }

    @Test
    void isReadOnceItsSchemaIsKnown() throws Exception {
      RecordDecoder knowing =
          new SingleObject(List.of(older.toString())).decoder(Quote.getClassSchema());

      GenericRecord read = knowing.decode(written());

      assertThat(read.get("asset")).hasToString("BTC");
      assertThat(read.get("source")).hasToString("");
      assertThat(read.get("sequence")).isNull();
    }

    @Test
    void isToldByItsFingerprintUntilThen() {
      assertThatThrownBy(() -> decoder.decode(written()))
          .isInstanceOf(UndecodableException.class)
          .hasMessage(
              "written with a schema that is not known, of fingerprint %x",
              SchemaNormalization.parsingFingerprint64(older));
    }
  }

  @Nested
  class Poison {

    private void assertUndecodable(byte[] value, String words) {
      assertThatThrownBy(() -> decoder.decode(value))
          .isInstanceOf(UndecodableException.class)
          .message()
          .contains(words)
          .doesNotContain("\n");
    }

    @Test
    void mayBeEmptyOrOfAnotherFormat() {
      assertUndecodable(new byte[0], "0 bytes that do not start with c3 01");
      assertUndecodable("{\"price\": 1}".getBytes(), "do not start with c3 01");
    }

    @Test
    void mayBeCutOffAnywhere() throws IOException {
      byte[] good = good();
      for (int length = 10; length < good.length; length++) {
        assertUndecodable(Arrays.copyOf(good, length), "no Quote as its schema has it");
      }
    }

    @Test
    void mayHaveBytesLeftOver() throws IOException {
      byte[] good = good();
      assertUndecodable(Arrays.copyOf(good, good.length + 1), "more bytes than a Quote has");
    }

    @Test
    void mayBeAnotherRecord() throws IOException {
      byte[] good = good();
      assertThatThrownBy(() -> FORMAT.decoder(PositionUpdate.getClassSchema()).decode(good))
          .isInstanceOf(UndecodableException.class)
          .hasMessageContaining("no PositionUpdate as its schema has it");
    }

    /** Lengths and counts among them are huge: nothing is allocated for what is not there. */
    @Test
    void mayBeNoiseBehindAGoodHeader() throws IOException {
      Random dice = new Random(20261128);
      byte[] value = good();
      for (int i = 0; i < 20_000; i++) {
        for (int at = 10; at < value.length; at++) {
          value[at] = (byte) dice.nextInt();
        }
        try {
          assertThat(decoder.decode(value).get("asset")).isNotNull();
        } catch (UndecodableException refused) {
          assertThat(refused).hasNoCause();
        }
      }
    }

    @Test
    void leavesNothingBehind() throws Exception {
      assertUndecodable(Arrays.copyOf(good(), 20), "no Quote");

      assertThat(decoder.decode(good()).get("price")).isEqualTo(1834.25);
    }
  }
}
