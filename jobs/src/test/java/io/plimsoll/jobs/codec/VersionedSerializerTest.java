package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class VersionedSerializerTest {

  /** Version 1 had no hull number. */
  record Ship(String name, long hull) {}

  static final class ShipSerializer extends VersionedSerializer<Ship> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 2;
    }

    @Override
    public void write(Ship ship, DataOutputView out) throws IOException {
      Fields.writeText(ship.name(), out);
      Fields.writeWhole(ship.hull(), out);
    }

    @Override
    public Ship read(int version, DataInputView in) throws IOException {
      return new Ship(Fields.readText(in), version == 1 ? 0 : Fields.readWhole(in));
    }

    @Override
    public TypeSerializerSnapshot<Ship> snapshotConfiguration() {
      return new Snapshot();
    }

    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Ship> {
      public Snapshot() {
        super(ShipSerializer::new);
      }
    }
  }

  private final ShipSerializer serializer = new ShipSerializer();
  private final Ship ship = new Ship("Marlborough", 7);

  private static DataInputDeserializer in(int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    return new DataInputDeserializer(raw);
  }

  @Test
  void aValueStartsWithItsVersion() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    serializer.serialize(new Ship("A", 7), out);

    assertThat(out.getCopyOfBuffer()).containsExactly(2, 1, 'A', 14);
  }

  @Test
  void whatAnEarlierVersionWroteIsRead() throws IOException {
    assertThat(serializer.deserialize(in(1, 1, 'A'))).isEqualTo(new Ship("A", 0));
  }

  @Test
  void aLaterVersionIsRefusedByNumber() {
    assertThatThrownBy(() -> serializer.deserialize(in(3, 1, 'A')))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "ShipSerializer reads versions 1 to 2, not 3; allowed is state of this Plimsoll or an earlier one");
  }

  @Test
  void aCopyBetweenStreamsIsWrittenInThePresentVersion() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    serializer.copy(in(1, 1, 'A'), out);

    assertThat(out.getCopyOfBuffer()).containsExactly(2, 1, 'A', 0);
  }

  @Test
  void anImmutableValueIsItsOwnCopy() {
    assertThat(serializer.copy(ship)).isSameAs(ship);
    assertThat(serializer.copy(ship, new Ship("B", 1))).isSameAs(ship);
  }

  @Test
  void theSnapshotRestoresTheSerializerAndIsCompatibleAsIs() {
    TypeSerializerSnapshot<Ship> snapshot = serializer.snapshotConfiguration();

    assertThat(snapshot.restoreSerializer()).isEqualTo(serializer);
    assertThat(
            snapshot
                .resolveSchemaCompatibility(new ShipSerializer().snapshotConfiguration())
                .isCompatibleAsIs())
        .isTrue();
  }

  @Test
  void theTypeInformationTravelsAndIsEqual() throws Exception {
    CodecTypeInfo<Ship> type = new CodecTypeInfo<>(Ship.class, serializer);
    Object travelled = InstantiationUtil.clone(type);

    assertThat(travelled).isEqualTo(type).hasSameHashCodeAs(type);
    assertThat(type).hasToString("Ship by ShipSerializer");
  }
}
