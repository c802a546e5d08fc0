package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class Utf8ReaderTest {

  private static final String TEXT = "a\uD83D\uDEA2é\uFEFF\uD83D\uDEA2\uD83D\uDEA2z\n";

  /** Reads in pieces of so many chars, from a stream that gives so many bytes at a time. */
  private static String read(byte[] bytes, int chars, int atATime) throws IOException {
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(atATime, length));
          }
        };
    StringBuilder all = new StringBuilder();
    try (Utf8Reader reader = new Utf8Reader(slow)) {
      char[] piece = new char[chars + 1];
      for (int n = reader.read(piece, 1, chars); n >= 0; n = reader.read(piece, 1, chars)) {
        assertThat(n).isPositive();
        all.append(piece, 1, n);
      }
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000})
  void theTextIsTheSameInPiecesOfAnySize(int size) throws IOException {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

    assertThat(read(bytes, size, 1000)).isEqualTo(TEXT);
    assertThat(read(bytes, 1000, size)).isEqualTo(TEXT);
    assertThat(read(bytes, size, 1)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000})
  void onlyTheMarkAtTheStartIsPassedOver(int size) throws IOException {
    byte[] marked = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);

    assertThat(read(marked, size, 1)).isEqualTo(TEXT);
    assertThat(read("\uFEFF".getBytes(StandardCharsets.UTF_8), size, 1)).isEmpty();
  }

  @Test
  void whatStandsBeforeAFaultComesFirst() throws IOException {
    byte[] faulty = {'a', 'b', (byte) 0xFF, 'c'};
    char[] piece = new char[10];

    try (Utf8Reader reader = new Utf8Reader(new ByteArrayInputStream(faulty))) {
      assertThat(reader.read(piece, 0, 10)).isEqualTo(2);
      assertThatThrownBy(() -> reader.read(piece, 0, 10))
          .isInstanceOf(CharacterCodingException.class);
    }
  }
}
