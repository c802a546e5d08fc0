package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.ArrayList;
import java.util.List;

class MarkChangeSerializerTest implements SerializerContract<MarkChange> {

  @Override
  public VersionedSerializer<MarkChange> serializer() {
    return MarkChangeSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "mark-change";
  }

  @Override
  public List<MarkChange> samples() {
    List<MarkChange> all = new ArrayList<>();
    for (MarkStatus status : MarkStatus.values()) {
      all.add(
          new MarkChange(
              1_583_020_800_000L,
              "\uD83D\uDEA2",
              status,
              200.5,
              200.25,
              200.75,
              1.125,
              1.0625,
              0.5,
              status == MarkStatus.OK));
    }
    all.add(
        new MarkChange(
            Long.MIN_VALUE,
            "",
            MarkStatus.OK,
            Double.MIN_VALUE,
            -0.0,
            Double.MAX_VALUE,
            1,
            1,
            0,
            false));
    return all;
  }
}
