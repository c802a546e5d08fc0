package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.market.Refusal;
import java.io.IOException;

/** {@code refused.jsonl}: which row, why, and what it said. */
public final class RefusalRows {

  /** By instant, then by where the row stands. */
  public static final Layout<Refusal> LAYOUT =
      new Layout<>(Refusal::instant, RefusalRows::compare, RefusalRows::write);

  private RefusalRows() {}

  private static int compare(Refusal left, Refusal right) {
    int byOrigin = left.origin().compareTo(right.origin());
    if (byOrigin != 0) {
      return byOrigin;
    }
    int byReason = left.reason().compareTo(right.reason());
    return byReason != 0 ? byReason : left.detail().compareTo(right.detail());
  }

  private static void write(Refusal refusal, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonRow.text(json, "file", refusal.origin().place());
    json.writeNumberField("line", refusal.origin().line());
    json.writeStringField("reason", refusal.reason().name());
    JsonRow.text(json, "record", refusal.origin().record());
    JsonRow.text(json, "detail", refusal.detail());
    json.writeEndObject();
  }
}
