package io.plimsoll.jobs.alert.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.ledger.JsonRow;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A notice as a CloudEvent 1.0, structured, in JSON (docs/alerts.md says what is in it). */
public final class CloudEvent {

  static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

  private static final String TYPE = "io.plimsoll.alert.";

  private CloudEvent() {}

  /** The text of it; of the same notice always the same. */
  public static String of(Notice notice) {
    if (notice instanceof Alert alert) {
      Crossing crossing = alert.member().crossing();
      return event(
          alert,
          alert.member().change().name().toLowerCase(Locale.ROOT),
          Optional.of(crossing.account()),
          Optional.of(crossing.instant()),
          json -> {
            writeMember(alert.member(), json);
            json.writeStringField("before", alert.before().name());
          });
    }
    if (notice instanceof Digest digest) {
      return event(
          digest,
          "digest",
          Optional.empty(),
          Optional.of(digest.at()),
          json -> writeDigest(digest, json));
    }
    DigestPart part = (DigestPart) notice;
    return event(
        part,
        "digest-part",
        Optional.empty(),
        Optional.empty(),
        json -> {
          json.writeStringField("digest", part.digest());
          json.writeNumberField("number", part.number());
          writeMembers("members", part.members(), json);
        });
  }

  private static String event(
      Notice notice,
      String type,
      Optional<String> subject,
      Optional<Long> instant,
      NoticeJson.Body data) {
    return NoticeJson.write(
        json -> {
          json.writeStartObject();
          json.writeStringField("specversion", "1.0");
          json.writeStringField("id", notice.id());
          // A reference by RFC 3986: a route may be named as people like.
          json.writeStringField(
              "source",
              "/plimsoll/routes/"
                  + URLEncoder.encode(notice.route(), StandardCharsets.UTF_8).replace("+", "%20"));
          json.writeStringField("type", TYPE + type);
          if (subject.isPresent()) {
            json.writeStringField("subject", subject.orElseThrow());
          }
          if (instant.isPresent()) {
            json.writeStringField("time", NoticeJson.time(instant.orElseThrow()));
          }
          json.writeStringField("datacontenttype", "application/json");
          json.writeObjectFieldStart("data");
          json.writeStringField("route", notice.route());
          data.write(json);
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void writeDigest(Digest digest, JsonGenerator json) throws IOException {
    json.writeStringField("reason", digest.reason().name());
    json.writeNumberField("accounts", digest.accounts());
    json.writeObjectFieldStart("standing");
    for (var level : new TreeMap<Level, Integer>(digest.standing()).entrySet()) {
      json.writeNumberField(level.getKey().name(), level.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("resolved", digest.resolved());
    json.writeNumberField("parts", digest.parts());
    writeMembers("worst", digest.worst(), json);
  }

  private static void writeMembers(String name, List<Member> members, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Member member : members) {
      json.writeStartObject();
      writeMember(member, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMember(Member member, JsonGenerator json) throws IOException {
    Crossing crossing = member.crossing();
    json.writeStringField("episode", member.episode());
    json.writeStringField("change", member.change().name());
    json.writeStringField("account", crossing.account());
    json.writeStringField("level", crossing.level().name());
    json.writeNumberField("openedAt", member.openedAt());
    json.writeStringField("event", crossing.id());
    json.writeNumberField("instant", crossing.instant());
    JsonRow.number(json, "healthFactor", crossing.healthFactor());
    JsonRow.number(json, "debt", crossing.debtUsd());
    JsonRow.number(json, "equity", crossing.equityUsd());
  }
}
