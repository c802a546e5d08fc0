package io.plimsoll.jobs.alert.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Prometheus' Alertmanager. An alert there is a set of labels: route, account and level, never a
 * figure, or each telling would be an alert of its own. It fires until a moment that each
 * repetition moves on, so that it ends by itself if nobody repeats it any more.
 */
final class AlertmanagerNotifier implements Notifier {

  /** Repetitions that may get lost before it takes an alert for over. */
  private static final int MISSED = 4;

  /** How long a digest is shown: nothing ends it. */
  private static final long DIGEST_MS = 3_600_000;

  private final URI alerts;

  AlertmanagerNotifier(NotifierSettings settings) {
    String base = settings.url().toString();
    alerts = URI.create((base.endsWith("/") ? base : base + '/') + "api/v2/alerts");
  }

  @Override
  public HttpRequest.Builder request(Notice notice, long now) {
    return HttpRequest.newBuilder(alerts)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(NoticeJson.write(json -> write(notice, now, json))));
  }

  private static void write(Notice notice, long now, JsonGenerator json) throws IOException {
    json.writeStartArray();
    if (notice instanceof Alert alert) {
      write(alert, now, json);
    } else {
      write((Digest) notice, json);
    }
    json.writeEndArray();
  }

  /** What it is at fires; another level that was told before is over. */
  private static void write(Alert alert, long now, JsonGenerator json) throws IOException {
    boolean firing = alert.member().change() != Change.RESOLVED;
    Level level = alert.member().crossing().level();
    if (firing) {
      write(alert, level, now + MISSED * alert.repeatMs(), json);
    }
    if (alert.before() != Level.SAFE && !(firing && alert.before() == level)) {
      write(alert, alert.before(), now, json);
    }
  }

  private static void write(Alert alert, Level level, long endsAt, JsonGenerator json)
      throws IOException {
    Crossing crossing = alert.member().crossing();
    long startsAt = alert.member().openedAt();
    json.writeStartObject();
    json.writeObjectFieldStart("labels");
    json.writeStringField("alertname", "PlimsollAccount");
    json.writeStringField("route", alert.route());
    json.writeStringField("account", crossing.account());
    json.writeStringField("level", level.name());
    json.writeEndObject();
    json.writeObjectFieldStart("annotations");
    json.writeStringField("summary", NoticeText.of(alert));
    json.writeStringField("episode", alert.member().episode());
    json.writeStringField("event", crossing.id());
    json.writeStringField("healthFactor", Double.toString(crossing.healthFactor()));
    json.writeStringField("debtUsd", Double.toString(crossing.debtUsd()));
    json.writeStringField("equityUsd", Double.toString(crossing.equityUsd()));
    json.writeEndObject();
    writeTimes(startsAt, endsAt, json);
    json.writeEndObject();
  }

  private static void write(Digest digest, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("labels");
    json.writeStringField("alertname", "PlimsollDigest");
    json.writeStringField("route", digest.route());
    json.writeStringField("digest", digest.id());
    json.writeEndObject();
    json.writeObjectFieldStart("annotations");
    json.writeStringField("summary", NoticeText.of(digest));
    json.writeStringField("worst", NoticeText.worst(digest));
    json.writeStringField("list", NoticeText.list(digest));
    json.writeEndObject();
    writeTimes(digest.at(), digest.at() + DIGEST_MS, json);
    json.writeEndObject();
  }

  /** It refuses an alert that ends before it starts; clocks of others may be ahead. */
  private static void writeTimes(long startsAt, long endsAt, JsonGenerator json)
      throws IOException {
    json.writeStringField("startsAt", NoticeJson.time(startsAt));
    json.writeStringField("endsAt", NoticeJson.time(Math.max(startsAt, endsAt)));
  }
}
