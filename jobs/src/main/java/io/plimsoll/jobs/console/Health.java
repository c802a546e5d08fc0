package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.StateLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * How the monitor is, and whoever reads it.
 *
 * @param readers of its topics
 * @param job its job, if it is known who to ask
 * @param pages how many are open
 */
record Health(List<Reader> readers, Optional<JobWatch> job, IntSupplier pages) {

  private static final String OK = "OK";

  Health {
    readers = List.copyOf(readers);
  }

  /** Writes its fields. */
  void write(JsonGenerator json, LiveMonitor monitor) throws IOException {
    json.writeArrayFieldStart("readers");
    for (Reader reader : readers) {
      json.writeStartObject();
      json.writeStringField("topic", reader.name());
      json.writeStringField(
          "state", reader.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      json.writeStringField("detail", reader.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (monitor.lastBar() > 0) {
      json.writeNumberField("lastBar", monitor.lastBar());
      json.writeNumberField("lagMs", System.currentTimeMillis() - monitor.lastBar());
    } else {
      json.writeNullField("lastBar");
      json.writeNullField("lagMs");
    }
    json.writeNumberField("eventsPerMinute", monitor.events().perMinute());
    json.writeNumberField("clients", pages.getAsInt());
    json.writeArrayFieldStart("assetsInDoubt");
    if (monitor.drawn().isPresent()) {
      for (Map.Entry<String, StateLine> asset :
          monitor.drawn().get().assets().lastBars().entrySet()) {
        if (!asset.getValue().status().equals(OK)) {
          json.writeString(asset.getKey());
        }
      }
    }
    json.writeEndArray();
    json.writeFieldName("job");
    if (job.isPresent()) {
      job.get().write(json);
    } else {
      json.writeNull();
    }
  }
}
