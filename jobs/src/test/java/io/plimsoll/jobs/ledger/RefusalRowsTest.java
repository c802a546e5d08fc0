package io.plimsoll.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalRowsTest {

  @Test
  void aRefusalSaysWhichRowWhyAndWhatItSaid() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLines<Refusal> lines = new JsonLines<>(bytes, RefusalRows.LAYOUT.json());
    lines.append(
        new Refusal(
            5,
            new Origin("quotes.csv", 17, "5,ETH,-1"),
            RefusalReason.NON_POSITIVE,
            "price: -1; allowed is a number above 0"));
    lines.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"file":"quotes.csv","line":17,"reason":"NON_POSITIVE","record":"5,ETH,-1",\
            "detail":"price: -1; allowed is a number above 0"}
            """);
  }

  @Test
  void theyAreOrderedByInstantThenByPlaceThenByLine() {
    Refusal first = refusal(1, "quotes.csv", 9);
    Refusal second = refusal(2, "positions.csv", 30);
    Refusal third = refusal(2, "quotes.csv", 4);
    Refusal fourth = refusal(2, "quotes.csv", 20);
    assertThat(List.of(fourth, third, first, second).stream().sorted(RefusalRows.LAYOUT::compare))
        .containsExactly(first, second, third, fourth);
  }

  private static Refusal refusal(long instant, String place, long line) {
    return new Refusal(instant, new Origin(place, line, ""), RefusalReason.MALFORMED, "");
  }
}
