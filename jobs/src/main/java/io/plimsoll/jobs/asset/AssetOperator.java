package io.plimsoll.jobs.asset;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.StateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/**
 * An operator parted by asset whose state lives on the heap.
 *
 * <p>There are as many states as assets with parameters, and each is touched thousands of times a
 * second: to read and write a state backend for every quote would be the dearest thing in the
 * pipeline. So the working state is a plain object per asset, and a snapshot writes its bytes to
 * operator state. After a restore every subtask is shown those of all assets and keeps its own.
 *
 * <p>No keyed state: each stage would open a RocksDB of its own for a few kilobytes, and flushing
 * it to disk at each checkpoint holds up all quotes.
 *
 * <p>State of an asset that has no parameters any more is kept, and not used.
 *
 * @param <I> what comes in, parted by {@link ByAsset}
 * @param <S> working state of one asset; mutable
 * @param <O> what goes out
 */
public abstract class AssetOperator<I, S, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {

  private static final long serialVersionUID = 1L;

  private static final int STATE_VERSION = 1;

  private final String stateName;

  private transient Map<String, S> states;
  private transient ListState<byte[]> saved;

  /** The asset asked for last: what comes from upstream comes in runs of one asset. */
  private transient String lastAsset;

  private transient S lastState;

  protected AssetOperator(String stateName) {
    this.stateName = stateName;
  }

  /** How the working state is written. */
  protected abstract Codec<S> codec();

  /** The working state of an asset not heard of. */
  protected abstract S newState(String asset);

  /** The working state of an asset. */
  protected final S state(String asset) {
    if (!asset.equals(lastAsset)) {
      S state = states.get(asset);
      if (state == null) {
        state = newState(asset);
        states.put(asset, state);
      }
      lastAsset = asset;
      lastState = state;
    }
    return lastState;
  }

  /** The working states there are. */
  protected final Collection<S> states() {
    return states.values();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    saved =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    stateName, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    states = new LinkedHashMap<>();
    if (context.isRestored()) {
      TaskInfo task = getRuntimeContext().getTaskInfo();
      for (byte[] bytes : saved.get()) {
        restore(bytes, task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks());
      }
    }
  }

  /** Called before states are written, for what they must know of the moment. */
  protected void beforeSnapshot() throws Exception {}

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    beforeSnapshot();
    List<byte[]> bytes = new ArrayList<>(states.size());
    for (Map.Entry<String, S> entry : states.entrySet()) {
      bytes.add(write(entry.getKey(), entry.getValue()));
    }
    saved.update(bytes);
  }

  private byte[] write(String asset, S state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeByte(STATE_VERSION);
    Fields.writeText(asset, out);
    codec().write(state, out);
    return out.getCopyOfBuffer();
  }

  private void restore(byte[] bytes, int subtask, int subtasks) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int version = in.readByte();
    StateException.checkVersion(stateName, version, STATE_VERSION);
    String asset = Fields.readText(in);
    if (ByAsset.subtaskOf(asset, subtasks) == subtask) {
      states.put(asset, codec().read(version, in));
    }
  }
}
