package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPoolTest {

  /** Two texts that every hash by 31 takes for one, so that they share a place. */
  private static final String ONE = "Aa";

  private static final String OTHER = "BB";

  private static String reread(String text) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    Fields.writeText(text, out);
    return Fields.readText(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  @Test
  void theSameTextIsTheSameString() throws IOException {
    assertThat(reread("BTC-PERP")).isSameAs(reread("BTC-PERP"));
  }

  @Test
  void textsOfOnePlaceDoNotPassForEachOther() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(reread(ONE)).isEqualTo(ONE).hasSameHashCodeAs(ONE);
      assertThat(reread(OTHER)).isEqualTo(OTHER).hasSameHashCodeAs(OTHER);
    }
  }

  @Test
  void aTextThatOnlyStartsTheSameIsAnother() throws IOException {
    assertThat(reread("\u0000A")).isEqualTo("\u0000A"); // hashes as the one without its first
    assertThat(reread("A")).isEqualTo("A");
    assertThat(reread("\u0000A")).isEqualTo("\u0000A");
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

  @Test
  void eachThreadHasItsOwn() throws Exception {
    TextPool[] other = new TextPool[1];
    Thread thread = new Thread(() -> other[0] = TextPool.ofThread());
    thread.start();
    thread.join();

    assertThat(TextPool.ofThread()).isSameAs(TextPool.ofThread()).isNotSameAs(other[0]);
  }
}
