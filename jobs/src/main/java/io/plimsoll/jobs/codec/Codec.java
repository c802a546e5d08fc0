package io.plimsoll.jobs.codec;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads the fields of one type, in the version of the value that holds them. */
public interface Codec<T> {

  /** Writes the value as the present version has it. */
  void write(T value, DataOutputView out) throws IOException;

  /** Reads a value that the given version wrote. */
  T read(int version, DataInputView in) throws IOException;
}
