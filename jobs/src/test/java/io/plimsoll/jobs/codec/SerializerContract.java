package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

/** What every serializer of ours promises, tried on samples of its type. */
public interface SerializerContract<T> {

  /** The serializer under test. */
  VersionedSerializer<T> serializer();

  /** The name of the golden file, without version and ending. */
  String golden();

  /** One of each kind and constant; the order is that of the golden file. */
  List<T> samples();

  /** The bytes of the samples. */
  default List<byte[]> written() throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (T sample : samples()) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer().serialize(sample, out);
      bytes.add(out.getCopyOfBuffer());
    }
    return bytes;
  }

  /** The value of some bytes. */
  default T read(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer().deserialize(in);
    assertThat(in.available()).as("bytes left over").isZero();
    return value;
  }

  @Test
  default void whatEveryVersionWroteIsReadForEver() throws IOException {
    for (int version = 1; version <= serializer().version(); version++) {
      List<T> read = new ArrayList<>();
      for (byte[] bytes : GoldenFile.of(golden(), version, written()).values()) {
        read.add(read(bytes));
      }
      assertThat(read).as("version %d", version).isEqualTo(samples());
    }
  }

  @Test
  default void theVersionOfTodayWritesTheBytesItAlwaysWrote() throws IOException {
    GoldenFile.of(golden(), serializer().version(), written()).assertHolds(written());
  }

  @Test
  default void whatALaterVersionWroteIsRefusedByNumber() throws IOException {
    byte[] later = written().get(0);
    later[0]++;
    assertThatThrownBy(() -> read(later))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s reads versions 1 to %d, not %d; allowed is state of this Plimsoll or an earlier one",
            serializer().getClass().getSimpleName(),
            serializer().version(),
            serializer().version() + 1);
  }

  @Test
  default void aCopyBetweenStreamsIsTheSameBytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer().copy(new DataInputDeserializer(written().get(0)), out);
    assertThat(out.getCopyOfBuffer()).isEqualTo(written().get(0));
  }

  @Test
  default void theSnapshotIsPublicAndCompatibleAsIs() throws Exception {
    TypeSerializerSnapshot<T> snapshot = serializer().snapshotConfiguration();
    Object restored = InstantiationUtil.instantiate(snapshot.getClass());

    assertThat(restored).isInstanceOf(TypeSerializerSnapshot.class);
    assertThat(snapshot.restoreSerializer()).isEqualTo(serializer());
    assertThat(
            snapshot
                .resolveSchemaCompatibility(serializer().snapshotConfiguration())
                .isCompatibleAsIs())
        .isTrue();
  }
}
