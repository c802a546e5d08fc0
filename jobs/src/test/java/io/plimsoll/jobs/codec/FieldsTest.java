package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private final DataOutputSerializer out = new DataOutputSerializer(16);

  private DataInputDeserializer in() {
    return new DataInputDeserializer(out.getCopyOfBuffer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ETH", "Ünï", "\uD83D\uDEA2 ship", "\u0000"})
  void aTextComesBack(String text) throws IOException {
    Fields.writeText(text, out);

    assertThat(Fields.readText(in())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128, 65_535, 65_536, 200_000})
  void aTextMayBeLongerThanWriteUtfAllows(int length) throws IOException {
    Fields.writeText("é".repeat(length), out);

    assertThat(Fields.readText(in())).isEqualTo("é".repeat(length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1", "1E+20", "99999999999999999999.999999999999999999"})
  void aDecimalComesBackWithItsScale(String decimal) throws IOException {
    Fields.writeDecimal(new BigDecimal(decimal), out);

    assertThat(Fields.readDecimal(in())).isEqualTo(new BigDecimal(decimal));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE})
  void aWholeNumberComesBack(long value) throws IOException {
    Fields.writeWhole(value, out);

    assertThat(Fields.readWhole(in())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, 63, -64})
  void aWholeNumberNearZeroTakesOneByte(long value) throws IOException {
    Fields.writeWhole(value, out);

    assertThat(out.length()).isEqualTo(1);
  }
}
