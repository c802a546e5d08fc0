package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Digest.Reason;
import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Constants;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Notices, each after a byte that says which kind it is. */
final class NoticeCodec implements Codec<Notice> {

  static final NoticeCodec INSTANCE = new NoticeCodec();

  private static final int ALERT = 0;
  private static final int PART = 1;
  private static final int DIGEST = 2;

  private static final Constants<Change> CHANGES =
      Constants.of(
          Change.class, List.of(Change.FIRING, Change.ESCALATED, Change.EASED, Change.RESOLVED));

  private static final Constants<Reason> REASONS =
      Constants.of(Reason.class, List.of(Reason.MANY_AT_ONCE, Reason.QUIET_HOURS));

  private NoticeCodec() {}

  @Override
  public void write(Notice value, DataOutputView out) throws IOException {
    if (value instanceof Alert alert) {
      out.writeByte(ALERT);
      writeIds(value, out);
      out.writeBoolean(alert.repeated());
      writeMember(alert.member(), out);
      RiskConstants.LEVELS.write(alert.before(), out);
      out.writeLong(alert.repeatMs());
    } else if (value instanceof DigestPart part) {
      out.writeByte(PART);
      writeIds(value, out);
      Fields.writeText(part.digest(), out);
      Fields.writeCount(part.number(), out);
      writeMembers(part.members(), out);
    } else if (value instanceof Digest digest) {
      out.writeByte(DIGEST);
      writeIds(value, out);
      writeDigest(digest, out);
    }
  }

  private static void writeDigest(Digest digest, DataOutputView out) throws IOException {
    REASONS.write(digest.reason(), out);
    out.writeLong(digest.at());
    Fields.writeCount(digest.standing().size(), out);
    for (Map.Entry<Level, Integer> level : new TreeMap<>(digest.standing()).entrySet()) {
      RiskConstants.LEVELS.write(level.getKey(), out);
      Fields.writeCount(level.getValue(), out);
    }
    Fields.writeCount(digest.resolved(), out);
    Fields.writeCount(digest.parts(), out);
    writeMembers(digest.worst(), out);
  }

  @Override
  public Notice read(int version, DataInputView in) throws IOException {
    int kind = in.readByte();
    String id = Fields.readText(in);
    String route = Fields.readText(in);
    return switch (kind) {
      case ALERT ->
          new Alert(
              id,
              route,
              in.readBoolean(),
              readMember(version, in),
              RiskConstants.LEVELS.read(in),
              in.readLong());
      case PART ->
          new DigestPart(
              id, route, Fields.readText(in), Fields.readCount(in), readMembers(version, in));
      case DIGEST -> readDigest(version, id, route, in);
      default -> throw new IOException("no notice of kind " + kind);
    };
  }

  private static Digest readDigest(int version, String id, String route, DataInputView in)
      throws IOException {
    Reason reason = REASONS.read(in);
    long at = in.readLong();
    Map<Level, Integer> standing = new EnumMap<>(Level.class);
    for (int levels = Fields.readCount(in); levels > 0; levels--) {
      Level level = RiskConstants.LEVELS.read(in);
      standing.put(level, Fields.readCount(in));
    }
    return new Digest(
        id,
        route,
        reason,
        at,
        standing,
        Fields.readCount(in),
        Fields.readCount(in),
        readMembers(version, in));
  }

  private static void writeIds(Notice notice, DataOutputView out) throws IOException {
    Fields.writeText(notice.id(), out);
    Fields.writeText(notice.route(), out);
  }

  private static void writeMembers(List<Member> members, DataOutputView out) throws IOException {
    Fields.writeCount(members.size(), out);
    for (Member member : members) {
      writeMember(member, out);
    }
  }

  private static List<Member> readMembers(int version, DataInputView in) throws IOException {
    int count = Fields.readCount(in);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(readMember(version, in));
    }
    return members;
  }

  private static void writeMember(Member member, DataOutputView out) throws IOException {
    Fields.writeText(member.episode(), out);
    out.writeLong(member.openedAt());
    CHANGES.write(member.change(), out);
    CrossingCodec.INSTANCE.write(member.crossing(), out);
  }

  private static Member readMember(int version, DataInputView in) throws IOException {
    return new Member(
        Fields.readText(in),
        in.readLong(),
        CHANGES.read(in),
        CrossingCodec.INSTANCE.read(version, in));
  }
}
