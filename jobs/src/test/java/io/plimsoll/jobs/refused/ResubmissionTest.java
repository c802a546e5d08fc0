package io.plimsoll.jobs.refused;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.market.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResubmissionTest {

  private static final long AT = 1_700_000_000_000L;

  private final List<RefusedInput> given = new ArrayList<>();
  private final Resubmission resubmission =
      new Resubmission(refused -> refused.topic().equals("quotes"), given::add);

  private static RefusedInput refused(String place, long offset, byte[] value, boolean whole) {
    return new RefusedInput(
        AT,
        place,
        offset,
        "MALFORMED",
        "why",
        Optional.of("ETH".getBytes(UTF_8)),
        Optional.ofNullable(value),
        whole,
        Optional.empty());
  }

  @Test
  void aRecordIsGivenBackOnceHoweverOftenItWasRefused() {
    RefusedInput one = refused("quotes-1", 7, new byte[] {1}, true);
    resubmission.take(one);
    resubmission.take(one);
    assertThat(given).containsExactly(one);
    assertThat(resubmission.lines())
        .containsExactly(
            "quotes-1, MALFORMED: 1",
            "not re-submitted: 1 that stand twice in the refusals, after a restart of the monitor");
  }

  @Test
  void whatIsNotWholeSaysSoAndStays() {
    resubmission.take(refused("quotes-1", 7, new byte[1 << 18], false));
    resubmission.take(refused("quotes-1", 8, null, false));
    resubmission.take(refused("quotes-1", 9, null, true));
    resubmission.take(refused("quotes.csv", 3, new byte[] {1}, true));
    assertThat(given).isEmpty();
    assertThat(resubmission.lines())
        .allMatch(line -> line.startsWith("not re-submitted: 1 that "))
        .anyMatch(line -> line.contains("were cut at 256 KiB"))
        .anyMatch(line -> line.contains("have left no bytes"))
        .anyMatch(line -> line.contains("have no value"))
        .anyMatch(line -> line.contains("in no partition of an input topic"))
        .hasSize(4);
  }

  @Nested
  class AChoice {

    @Test
    void isByReasonTopicAndTime() {
      RefusedInput one = refused("a-b-3", 0, null, false);
      assertThat(chosen(Set.of(), Set.of(), AT, AT + 1, one)).isTrue();
      assertThat(chosen(Set.of(), Set.of(), AT + 1, AT + 2, one)).isFalse();
      assertThat(chosen(Set.of(), Set.of(), AT - 1, AT, one)).isFalse();
      assertThat(chosen(Set.of(RefusalReason.LATE), Set.of(), AT, AT + 1, one)).isFalse();
      assertThat(chosen(Set.of(RefusalReason.MALFORMED), Set.of(), AT, AT + 1, one)).isTrue();
      assertThat(chosen(Set.of(), Set.of("a-b"), AT, AT + 1, one)).isTrue();
      assertThat(chosen(Set.of(), Set.of("a"), AT, AT + 1, one)).isFalse();
    }

    private boolean chosen(
        Set<RefusalReason> reasons, Set<String> topics, long since, long until, RefusedInput one) {
      return new RefusedChoice(reasons, topics, since, until).test(one);
    }
  }

  @Nested
  class ASentence {

    private String value(byte[] value) {
      String line = RefusedSentence.of(refused("quotes-1", 7, value, true));
      assertThat(line)
          .startsWith("2023-11-14 22:13:20  quotes-1@7  MALFORMED  why  key \"ETH\"  value ");
      return line.substring(line.indexOf("value ") + 6);
    }

    @Test
    void showsTextAsTextAndAnythingElseInHexadecimalDigits() {
      assertThat(value("a,b é".getBytes(UTF_8))).isEqualTo("\"a,b é\"");
      assertThat(value(new byte[] {(byte) 0xc3, 1, 0})).isEqualTo("c30100");
      assertThat(value("two\nlines".getBytes(UTF_8))).isEqualTo("74776f0a6c696e6573");
      assertThat(value(null)).isEqualTo("-");
    }

    @Test
    void showsTheStartOfWhatIsLong() {
      assertThat(value("x".repeat(100).getBytes(UTF_8)))
          .isEqualTo('"' + "x".repeat(48) + "\"… (100 bytes)");
      assertThat(value(new byte[100])).isEqualTo("00".repeat(48) + "… (100 bytes)");
    }
  }
}
