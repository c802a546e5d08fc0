package io.plimsoll.jobs.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer of immutable values that each start with the version that wrote them, so that old
 * state restores without migration: its snapshot is always compatible as is.
 *
 * <p>A subclass has no fields and a public snapshot class with a public no-arg constructor:
 *
 * <pre>{@code
 * public static final class Snapshot extends SimpleTypeSerializerSnapshot<Quote> {
 *   public Snapshot() {
 *     super(() -> INSTANCE);
 *   }
 * }
 * }</pre>
 */
public abstract class VersionedSerializer<T> extends TypeSerializerSingleton<T>
    implements Codec<T> {

  private static final long serialVersionUID = 1L;

  /** The version written, from 1 to 127; every version up to it is read. */
  protected abstract int version();

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    out.writeByte(version());
    write(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    int version = in.readByte();
    StateException.checkVersion(getClass().getSimpleName(), version, version());
    return read(version, in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return from;
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public final boolean isImmutableType() {
    return true;
  }

  @Override
  public final int getLength() {
    return -1;
  }

  /** Nothing to reuse: the values are immutable. */
  @Override
  public final T createInstance() {
    return null;
  }
}
