package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPoolTest {

  private static String reread(String text) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    Fields.writeText(text, out);
    return Fields.readText(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  @Test
  void theSameTextIsTheSameString() throws IOException {
    assertThat(reread("BTC-PERP")).isSameAs(reread("BTC-PERP"));
  }

  /** By chance some of so many share a place; each must still be told from the other. */
  @Test
  void textsOfOnePlaceDoNotPassForEachOther() throws IOException {
    for (int i = 0; i < 20 * TextPool.PLACES; i++) {
      String text = Integer.toString(i % (2 * TextPool.PLACES), Character.MAX_RADIX);
      assertThat(reread(text)).isEqualTo(text).hasSameHashCodeAs(text);
    }
  }

  @Test
  void aTextThatOnlyStartsTheSameIsAnother() throws IOException {
    assertThat(reread("A\u0000")).isEqualTo("A\u0000"); // the same bits as the one without its last
    assertThat(reread("A")).isEqualTo("A");
    assertThat(reread("A\u0000")).isEqualTo("A\u0000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "\u007f", "\u0080", "日本", "\uD83D\uDEA2", "a\uD83D\uDEA2b"})
  void aTextThatIsNotAsciiComesBackWhole(String text) throws IOException {
    assertThat(reread(text)).isEqualTo(text);
    assertThat(reread(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {TextPool.LONGEST - 1, TextPool.LONGEST, TextPool.LONGEST + 1})
  void aTextOfAboutTheLongestComesBackWhole(int length) throws IOException {
    assertThat(reread("x".repeat(length))).isEqualTo("x".repeat(length));
    assertThat(reread("é".repeat(length / 2))).isEqualTo("é".repeat(length / 2));
  }

  /** A million accounts must not stay in memory: a later text takes the place of an earlier one. */
  @Test
  void holdsNoMoreThanItsPlaces() throws IOException {
    String[] first = new String[2 * TextPool.PLACES];
    for (int i = 0; i < first.length; i++) {
      first[i] = reread("account-" + i);
    }
    int kept = 0;
    for (int i = 0; i < first.length; i++) {
      String again = reread("account-" + i);
      assertThat(again).isEqualTo(first[i]);
      kept += isTheSame(again, first[i]) ? 1 : 0;
    }
    assertThat(kept).isLessThanOrEqualTo(TextPool.PLACES);
  }

  private static boolean isTheSame(Object one, Object other) {
    return one == other;
  }

  /** Threads push out each other's texts all the time; none may ever read a wrong one. */
  @Test
  void threadsShareItWithoutHarm() {
    IntStream.range(0, 4)
        .parallel()
        .forEach(
            thread -> {
              for (int i = 0; i < 100_000; i++) {
                String text = "account-" + (i * 7 + thread) % (3 * TextPool.PLACES);
                assertThat(rereadUnchecked(text)).isEqualTo(text);
              }
            });
  }

  private static String rereadUnchecked(String text) {
    try {
      return reread(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
