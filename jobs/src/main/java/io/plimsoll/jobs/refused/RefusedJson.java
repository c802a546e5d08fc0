package io.plimsoll.jobs.refused;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.ledger.JsonRow;
import java.io.IOException;
import java.util.Optional;

/** A refused record as a line of JSON; bytes in Base64. */
public final class RefusedJson {

  private RefusedJson() {}

  /** Writes one. */
  public static void write(RefusedInput refused, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("refusedAt", refused.refusedAt());
    JsonRow.text(json, "topic", refused.topic());
    json.writeNumberField("partition", refused.partition());
    json.writeNumberField("offset", refused.offset());
    json.writeStringField("reason", refused.reason());
    JsonRow.text(json, "detail", refused.detail());
    bytes(json, "key", refused.key());
    bytes(json, "value", refused.value());
    json.writeBooleanField("whole", refused.whole());
    if (refused.resubmission().isPresent()) {
      JsonRow.text(json, "resubmission", refused.resubmission().orElseThrow());
    } else {
      json.writeNullField("resubmission");
    }
    json.writeEndObject();
  }

  private static void bytes(JsonGenerator json, String name, Optional<byte[]> bytes)
      throws IOException {
    if (bytes.isPresent()) {
      json.writeBinaryField(name, bytes.orElseThrow());
    } else {
      json.writeNullField(name);
    }
  }
}
