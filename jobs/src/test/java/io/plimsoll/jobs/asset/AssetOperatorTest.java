package io.plimsoll.jobs.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Fields;
import java.io.IOException;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AssetOperatorTest {

  /** Counts how often an asset was named. */
  private static final class Counting extends AssetOperator<String, long[], Long> {
    private static final long serialVersionUID = 1L;
    static final String STATE = "counts";

    Counting() {
      super(STATE);
    }

    @Override
    protected Codec<long[]> codec() {
      return CountCodec.INSTANCE;
    }

    @Override
    protected long[] newState(String asset) {
      return new long[1];
    }

    @Override
    public void processElement(StreamRecord<String> element) {
      output.collect(new StreamRecord<>(++state(element.getValue())[0]));
    }
  }

  private enum CountCodec implements Codec<long[]> {
    INSTANCE;

    @Override
    public void write(long[] value, DataOutputView out) throws IOException {
      out.writeLong(value[0]);
    }

    @Override
    public long[] read(int version, DataInputView in) throws IOException {
      return new long[] {in.readLong()};
    }
  }

  @Test
  void aStateStartsWithItsVersion() throws Exception {
    assertThat(countAfter(restored(1, 1, 0))).isEqualTo(42);
  }

  /** All subtasks are shown all states. */
  @Test
  void aStateIsRestoredWhereItsAssetComesIn() throws Exception {
    for (int subtask = 0; subtask < 3; subtask++) {
      boolean own = ByAsset.INSTANCE.partition("ETH", 3) == subtask;
      assertThat(countAfter(restored(1, 3, subtask))).isEqualTo(own ? 42 : 1);
    }
  }

  @Test
  void stateOfALaterVersionIsRefusedByNumber() {
    assertThatThrownBy(() -> restored(2, 1, 0))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "counts reads versions 1 to 1, not 2; allowed is state of this Plimsoll or an earlier one");
  }

  @Test
  void stateWithoutAVersionIsRefused() {
    assertThatThrownBy(() -> restored(0, 1, 0))
        .hasMessage(
            "counts reads versions 1 to 1, not 0; allowed is state of this Plimsoll or an earlier one");
  }

  private static long countAfter(AssetHarness<String, Long> harness) throws Exception {
    harness.process("ETH", 1);
    harness.close();
    return harness.output().get(0);
  }

  /** A subtask, restored from a savepoint of an only one that says 41 for ETH. */
  private static AssetHarness<String, Long> restored(int version, int parallelism, int subtask)
      throws Exception {
    AssetHarness<String, Long> harness =
        new AssetHarness<>(new Counting(), LongSerializer.INSTANCE, parallelism, subtask);
    harness.restore(savepoint(version));
    return harness;
  }

  private static OperatorSubtaskState savepoint(int version) throws Exception {
    DataOutputSerializer bytes = new DataOutputSerializer(16);
    bytes.writeByte(version);
    Fields.writeText("ETH", bytes);
    bytes.writeLong(41);
    OneInputStreamOperatorTestHarness<String, String> writer =
        new OneInputStreamOperatorTestHarness<>(
            new StreamMap<>(new Writing(bytes.getCopyOfBuffer())));
    writer.open();
    OperatorSubtaskState snapshot = writer.snapshot(1, 1);
    writer.close();
    return snapshot;
  }

  /** Leaves bytes where the operator looks for its state. */
  private static final class Writing implements MapFunction<String, String>, CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Writing(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public String map(String asset) {
      return asset;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
      context
          .getOperatorStateStore()
          .getUnionListState(
              new ListStateDescriptor<>(
                  Counting.STATE, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO))
          .add(bytes);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}
  }
}
