package io.plimsoll.jobs.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.codec.Codec;
import java.io.IOException;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
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
    assertThat(countAfter(restored(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 41}))).isEqualTo(42);
  }

  @Test
  void stateOfALaterVersionIsRefusedByNumber() {
    assertThatThrownBy(() -> restored(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 41, 7}))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "counts reads versions 1 to 1, not 2; allowed is state of this Plimsoll or an earlier one");
  }

  @Test
  void stateWithoutAVersionIsRefused() {
    assertThatThrownBy(() -> restored(new byte[] {0, 0, 0, 0, 0, 0, 0, 41}))
        .hasMessage(
            "counts reads versions 1 to 1, not 0; allowed is state of this Plimsoll or an earlier one");
  }

  private static long countAfter(AssetHarness<String, Long> harness) throws Exception {
    harness.process("ETH", 1);
    harness.close();
    return harness.output().get(0);
  }

  /** The operator, restored from a savepoint that holds these bytes for ETH. */
  private static AssetHarness<String, Long> restored(byte[] bytes) throws Exception {
    AssetHarness<String, Long> harness =
        new AssetHarness<>(new Counting(), asset -> asset, LongSerializer.INSTANCE, 1, 0);
    harness.restore(savepoint(bytes));
    return harness;
  }

  private static OperatorSubtaskState savepoint(byte[] bytes) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, String, Long> writer =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new Writing(bytes)),
            asset -> asset,
            Types.STRING,
            AssetHarness.MAX_PARALLELISM,
            1,
            0);
    writer.open();
    writer.processElement("ETH", 1);
    OperatorSubtaskState snapshot = writer.snapshot(1, 1);
    writer.close();
    return snapshot;
  }

  /** Leaves bytes where the operator looks for its state. */
  private static final class Writing extends KeyedProcessFunction<String, String, Long> {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Writing(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void processElement(String asset, Context context, Collector<Long> out)
        throws Exception {
      getRuntimeContext()
          .getState(
              new ValueStateDescriptor<>(
                  Counting.STATE, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO))
          .update(bytes);
    }
  }
}
