package io.plimsoll.jobs.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.GoldenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/**
 * What the codec of an asset's working state promises, tried on samples. The version stands before
 * the state and is the operator's: {@link AssetOperator}.
 */
public interface StateCodecContract<S> {

  /** The codec under test, in version 1. */
  Codec<S> codec();

  /** The name of the golden file, without version and ending. */
  String golden();

  /** States of every kind; the order is that of the golden file. */
  List<S> samples();

  private List<byte[]> written() throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (S sample : samples()) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      codec().write(sample, out);
      bytes.add(out.getCopyOfBuffer());
    }
    return bytes;
  }

  @Test
  default void whatVersionOneWroteIsReadForEver() throws IOException {
    List<S> read = new ArrayList<>();
    for (byte[] bytes : GoldenFile.of(golden(), 1, written()).values()) {
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      read.add(codec().read(1, in));
      assertThat(in.available()).as("bytes left over").isZero();
    }
    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class) // to the last bit, and NaN is NaN
        .isEqualTo(samples());
  }

  @Test
  default void versionOneWritesTheBytesItAlwaysWrote() throws IOException {
    GoldenFile.of(golden(), 1, written()).assertHolds(written());
  }
}
