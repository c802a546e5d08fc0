package io.plimsoll.jobs.asset;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.StateException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * An operator keyed by asset whose state lives on the heap.
 *
 * <p>There are as many keys as assets with parameters, and each is touched thousands of times a
 * second: to read and write a state backend for every quote would be the dearest thing in the
 * pipeline. So the working state is a plain object per asset, and a snapshot writes its bytes to
 * keyed state, which Flink redistributes when the parallelism changes. State of an asset that has
 * no parameters any more is kept, and not used.
 *
 * @param <I> what comes in
 * @param <S> working state of one asset; mutable
 * @param <O> what goes out
 */
public abstract class AssetOperator<I, S, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {

  private static final long serialVersionUID = 1L;

  private static final int STATE_VERSION = 1;

  private final String stateName;

  private transient Map<String, S> states;
  private transient ValueState<byte[]> saved;

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

  /** State is looked up by the operator itself; the backend needs no key for an element. */
  @Override
  @SuppressWarnings("rawtypes") // Flink's own signature
  public final void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ValueStateDescriptor<byte[]> descriptor =
        new ValueStateDescriptor<>(
            stateName, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    saved = context.getKeyedStateStore().getState(descriptor);
    states = new LinkedHashMap<>();
    if (context.isRestored()) {
      restore();
    }
  }

  private void restore() throws Exception {
    try (Stream<String> assets =
        this.<String>getKeyedStateBackend().getKeys(stateName, VoidNamespace.INSTANCE)) {
      for (String asset : (Iterable<String>) assets::iterator) {
        setCurrentKey(asset);
        states.put(asset, read(saved.value()));
      }
    }
  }

  /** Called before states are written, for what they must know of the moment. */
  protected void beforeSnapshot() throws Exception {}

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    beforeSnapshot();
    for (Map.Entry<String, S> entry : states.entrySet()) {
      setCurrentKey(entry.getKey());
      saved.update(write(entry.getValue()));
    }
  }

  private byte[] write(S state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeByte(STATE_VERSION);
    codec().write(state, out);
    return out.getCopyOfBuffer();
  }

  private S read(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int version = in.readByte();
    StateException.checkVersion(stateName, version, STATE_VERSION);
    return codec().read(version, in);
  }
}
