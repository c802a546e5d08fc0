package io.plimsoll.jobs.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final ByteBuffer A = record("a");
  private static final ByteBuffer B = record("b");

  @Test
  void theSameRecordsHoldOnceOrNot() {
    Comparison same = Comparison.of(Map.of(A, 1, B, 1), Map.of(B, 1, A, 1));

    assertThat(same.holds(true)).isTrue();
    assertThat(same.holds(false)).isTrue();
    assertThat(same.records()).isEqualTo(2);
  }

  @Test
  void aRecordThatIsThereAgainHoldsAtLeastOnceOnly() {
    Comparison again = Comparison.of(Map.of(A, 1, B, 1), Map.of(A, 3, B, 1));

    assertThat(again.repeated()).isEqualTo(2);
    assertThat(again.holds(false)).isTrue();
    assertThat(again.holds(true)).isFalse();
  }

  @Test
  void aRecordThatIsNotThereDoesNotHold() {
    Comparison less = Comparison.of(Map.of(A, 1, B, 1), Map.of(A, 1));

    assertThat(less.missing()).containsExactly(B);
    assertThat(less.holds(false)).isFalse();
  }

  @Test
  void aRecordOfOneOtherByteIsExtraAndTheRightOneMissing() {
    Comparison other = Comparison.of(Map.of(A, 1), Map.of(record("A"), 1));

    assertThat(other.missing()).containsExactly(A);
    assertThat(other.extra()).containsExactly(record("A"));
    assertThat(other.holds(false)).isFalse();
  }

  @Test
  void whatTheUndisturbedRunSaidTwiceNeedNotBeSaidTwice() {
    assertThat(Comparison.of(Map.of(A, 2), Map.of(A, 1)).holds(true)).isTrue();
  }

  private static ByteBuffer record(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
