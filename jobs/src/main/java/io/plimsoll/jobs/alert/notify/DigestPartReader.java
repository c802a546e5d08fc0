package io.plimsoll.jobs.alert.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a part of a digest's list as {@link CloudEvent} writes it. */
public final class DigestPartReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DigestPartReader() {}

  /**
   * The part that a CloudEvent tells. A health factor that JSON has no number for is infinite, as
   * where nothing is owed.
   *
   * @throws IOException for what is no such event
   */
  public static DigestPart read(byte[] event) throws IOException {
    try {
      JsonNode root = JSON.readTree(event);
      JsonNode data = root.required("data");
      List<Member> members = new ArrayList<>();
      for (JsonNode member : data.required("members")) {
        members.add(member(member));
      }
      return new DigestPart(
          root.required("id").asText(),
          data.required("route").asText(),
          data.required("digest").asText(),
          data.required("number").asInt(),
          members);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Member member(JsonNode member) {
    return new Member(
        member.required("episode").asText(),
        member.required("openedAt").asLong(),
        Change.valueOf(member.required("change").asText()),
        new Crossing(
            member.required("event").asText(),
            member.required("account").asText(),
            member.required("instant").asLong(),
            Level.valueOf(member.required("level").asText()),
            member.required("healthFactor").asDouble(Double.POSITIVE_INFINITY),
            member.required("debt").asDouble(Double.NaN),
            member.required("equity").asDouble(Double.NaN)));
  }
}
