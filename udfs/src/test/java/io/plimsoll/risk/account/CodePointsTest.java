package io.plimsoll.risk.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointsTest {

  @Nested
  class OrdersNames {

    @ParameterizedTest
    @CsvSource({"A, B", "A, AA", "'', A", "Z, a", "aave, ääve", "aave|1, aave|2", "BTC, btc"})
    void theSmallerFirst(String smaller, String larger) {
      assertThat(CodePoints.compare(smaller, larger)).isNegative();
      assertThat(CodePoints.compare(larger, smaller)).isPositive();
    }

    @Test
    void aNameEqualsItself() {
      assertThat(CodePoints.compare("wstETH", "wstETH")).isZero();
    }
  }

  @Nested
  class AboveTheFirstPlane {

    private static final String EMOJI = "\uD83D\uDE80"; // U+1F680
    private static final String WIDE = "\uFF21"; // U+FF21, above the surrogates as a char
    private static final String PRIVATE = "\uE000"; // U+E000

    @Test
    void aSupplementaryCharacterIsAfterTheEndOfTheFirstPlaneWhereStringsPutItBefore() {
      assertThat(CodePoints.compare(WIDE, EMOJI)).isNegative();
      assertThat(CodePoints.compare(PRIVATE, EMOJI)).isNegative();
      assertThat(CodePoints.compare(EMOJI, WIDE)).isPositive();
      assertThat(WIDE.compareTo(EMOJI)).as("what String says").isPositive();
    }

    @Test
    void twoOfThemCompareByTheirSecondHalfToo() {
      assertThat(CodePoints.compare("\uD83D\uDE80", "\uD83D\uDE81")).isNegative();
      assertThat(CodePoints.compare("\uD83C\uDFFF", "\uD83D\uDC00")).isNegative();
    }

    @Test
    void theOrderIsThatOfTheCodePointsOneByOne() {
      SplittableRandom random = Seeds.random();
      for (int i = 0; i < 20_000; i++) {
        String left = anyName(random);
        String right = anyName(random);
        assertThat(Integer.signum(CodePoints.compare(left, right)))
            .as(Seeds.round(i))
            .isEqualTo(Integer.signum(oneByOne(left.codePoints().toArray(), right)));
      }
    }

    private int oneByOne(int[] left, String name) {
      int[] right = name.codePoints().toArray();
      for (int i = 0; i < left.length && i < right.length; i++) {
        if (left[i] != right[i]) {
          return left[i] - right[i];
        }
      }
      return left.length - right.length;
    }

    private String anyName(SplittableRandom random) {
      int[] alphabet = {'a', 'b', 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10400, 0x1F680, 0x10FFFF};
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(5); n > 0; n--) {
        name.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      return name.toString();
    }
  }
}
