package io.plimsoll.jobs.alert.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.ledger.JsonRow;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * PagerDuty's Events API, version 2. An episode is one alert there, by its {@code dedup_key}:
 * whatever else is told of the episode updates it, and its end resolves it. A digest is one of its
 * own, which nothing but a person resolves.
 */
final class PagerDutyNotifier implements Notifier {

  private static final String ROUTING_KEY = "[0-9A-Za-z]{32}";

  /** It refuses a longer summary. */
  private static final int LONGEST_SUMMARY = 1024;

  private final NotifierSettings settings;

  PagerDutyNotifier(NotifierSettings settings) {
    this.settings = settings;
  }

  @Override
  public HttpRequest.Builder request(Notice notice, long now) {
    String key =
        SecretFile.only(
            settings.secretFile(), ROUTING_KEY, "the routing key of 32 letters and digits");
    return HttpRequest.newBuilder(settings.url())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(NoticeJson.write(json -> write(notice, key, json))));
  }

  private static void write(Notice notice, String key, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("routing_key", key);
    if (notice instanceof Alert alert) {
      write(alert, json);
    } else {
      write((Digest) notice, json);
    }
    json.writeEndObject();
  }

  private static void write(Alert alert, JsonGenerator json) throws IOException {
    boolean over = alert.member().change() == Change.RESOLVED;
    json.writeStringField("event_action", over ? "resolve" : "trigger");
    json.writeStringField("dedup_key", alert.member().episode());
    Crossing crossing = alert.member().crossing();
    writePayload(
        alert,
        NoticeText.of(alert),
        crossing.level(),
        crossing.instant(),
        crossing.account(),
        json);
    json.writeObjectFieldStart("custom_details");
    json.writeStringField("event", crossing.id());
    JsonRow.number(json, "healthFactor", crossing.healthFactor());
    JsonRow.number(json, "debt", crossing.debtUsd());
    JsonRow.number(json, "equity", crossing.equityUsd());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(Digest digest, JsonGenerator json) throws IOException {
    json.writeStringField("event_action", "trigger");
    json.writeStringField("dedup_key", digest.id());
    writePayload(
        digest,
        NoticeText.of(digest),
        NoticeText.worstLevel(digest),
        digest.at(),
        "many accounts",
        json);
    json.writeObjectFieldStart("custom_details");
    json.writeStringField("digest", digest.id());
    json.writeStringField("list", NoticeText.list(digest));
    json.writeStringField("worst", NoticeText.worst(digest));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Leaves the payload open for its details. */
  private static void writePayload(
      Notice notice,
      String summary,
      Level level,
      long instant,
      String component,
      JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("payload");
    json.writeStringField("summary", shortened(summary));
    json.writeStringField("source", "plimsoll");
    json.writeStringField("severity", severity(level));
    json.writeStringField("timestamp", NoticeJson.time(instant));
    json.writeStringField("component", component);
    json.writeStringField("group", notice.route());
    json.writeStringField("class", level.name());
  }

  private static String severity(Level level) {
    return switch (level) {
      case SAFE -> "info";
      case MARGIN_CALL -> "warning";
      case LIQUIDATABLE -> "error";
      case INSOLVENT -> "critical";
    };
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SUMMARY
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + '…';
  }
}
