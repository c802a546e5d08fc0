package io.plimsoll.jobs.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** A row for tests. */
public record Reading(long instant, String name, double value) {

  static final Layout<Reading> LAYOUT =
      new Layout<>(
          Reading::instant, (left, right) -> left.name.compareTo(right.name), Reading::write);

  static TypeSerializer<Reading> serializer() {
    return TypeInformation.of(Reading.class).createSerializer(new SerializerConfigImpl());
  }

  private static void write(Reading reading, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("instant", reading.instant);
    json.writeStringField("name", reading.name);
    JsonRow.number(json, "value", reading.value);
    json.writeEndObject();
  }

  String line() {
    return "{\"instant\":" + instant + ",\"name\":\"" + name + "\",\"value\":" + value + "}\n";
  }
}
