package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.risk.account.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The positions of an account, as short as they can be written without loss: what is absent takes a
 * bit, a venue is named when it is another than the position before has, a time is the difference
 * from that of the position before. Some 20 bytes a position.
 */
final class PositionsCodec {

  private static final int SAME_VENUE = 1;
  private static final int HAS_AMOUNT = 2;
  private static final int HAS_ENTRY = 4;
  private static final int HAS_SEQUENCE = 8;

  /** Only ever set in a backfill on paper, whose state is restored by nobody else. */
  private static final int HAS_TAKEN = 16;

  private PositionsCodec() {}

  static void write(List<Position> positions, DataOutputView out) throws IOException {
    Fields.writeCount(positions.size(), out);
    String venue = "";
    long timestamp = 0;
    for (Position position : positions) {
      boolean sameVenue = position.venue().equals(venue);
      boolean amount = isTold(position.amount());
      boolean entry = isTold(position.entryPriceUsd());
      boolean sequence = position.sequence() != Origin.NO_SEQUENCE;
      boolean taken = !position.taken().isNothing();
      RiskConstants.KINDS.write(position.kind(), out);
      out.writeByte(
          (sameVenue ? SAME_VENUE : 0)
              | (amount ? HAS_AMOUNT : 0)
              | (entry ? HAS_ENTRY : 0)
              | (sequence ? HAS_SEQUENCE : 0)
              | (taken ? HAS_TAKEN : 0));
      if (!sameVenue) {
        Fields.writeText(position.venue(), out);
      }
      Fields.writeText(position.asset(), out);
      if (amount) {
        Fields.writeDecimal(position.amount(), out);
      }
      if (entry) {
        Fields.writeDecimal(position.entryPriceUsd(), out);
      }
      if (sequence) {
        Fields.writeWhole(position.sequence(), out);
      }
      if (taken) {
        Fields.writeDecimal(position.taken().amount(), out);
        Fields.writeDecimal(position.taken().valueUsd(), out);
      }
      Fields.writeWhole(position.timestamp() - timestamp, out); // wraps, and back
      venue = position.venue();
      timestamp = position.timestamp();
    }
  }

  /** Anything but the plain 0; 0.00 is told with its zeros. */
  private static boolean isTold(BigDecimal value) {
    return value.signum() != 0 || value.scale() != 0;
  }

  static List<Position> read(DataInputView in) throws IOException {
    int count = Fields.readCount(in);
    List<Position> positions = new ArrayList<>(count);
    String venue = "";
    long timestamp = 0;
    for (int i = 0; i < count; i++) {
      Kind kind = RiskConstants.KINDS.read(in);
      int has = in.readByte();
      venue = (has & SAME_VENUE) != 0 ? venue : Fields.readText(in);
      String asset = Fields.readText(in);
      BigDecimal amount = (has & HAS_AMOUNT) != 0 ? Fields.readDecimal(in) : BigDecimal.ZERO;
      BigDecimal entry = (has & HAS_ENTRY) != 0 ? Fields.readDecimal(in) : BigDecimal.ZERO;
      long sequence = (has & HAS_SEQUENCE) != 0 ? Fields.readWhole(in) : Origin.NO_SEQUENCE;
      Taken taken =
          (has & HAS_TAKEN) != 0
              ? new Taken(Fields.readDecimal(in), Fields.readDecimal(in))
              : Taken.NOTHING;
      timestamp += Fields.readWhole(in);
      positions.add(new Position(venue, asset, kind, amount, entry, sequence, timestamp, taken));
    }
    return positions;
  }

  /** As version 1 wrote them. */
  static List<Position> readFirst(DataInputView in) throws IOException {
    int count = Fields.readCount(in);
    List<Position> positions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      positions.add(
          new Position(
              Fields.readText(in),
              Fields.readText(in),
              RiskConstants.KINDS.read(in),
              Fields.readDecimal(in),
              Fields.readDecimal(in),
              Fields.readWhole(in),
              in.readLong()));
    }
    return positions;
  }
}
