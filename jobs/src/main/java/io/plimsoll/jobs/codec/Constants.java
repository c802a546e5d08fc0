package io.plimsoll.jobs.codec;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The constants of an enum, each one byte: its place in a list of which the order never changes and
 * to which new constants are only ever appended, whatever order the enum declares them in.
 */
public final class Constants<E extends Enum<E>> {

  private final List<E> constants;
  private final Map<E, Integer> places;

  private Constants(Class<E> type, List<E> constants) {
    this.constants = constants;
    this.places = new EnumMap<>(type);
    for (int place = 0; place < constants.size(); place++) {
      places.put(constants.get(place), place);
    }
  }

  /** All constants of the enum, in the order in which they are written. */
  public static <E extends Enum<E>> Constants<E> of(Class<E> type, List<E> constants) {
    return new Constants<>(type, List.copyOf(constants));
  }

  public void write(E constant, DataOutputView out) throws IOException {
    Integer place = places.get(constant);
    if (place == null) {
      throw new IOException("no byte for " + constant);
    }
    out.writeByte(place);
  }

  public E read(DataInputView in) throws IOException {
    int place = in.readByte();
    if (place < 0 || place >= constants.size()) {
      throw new IOException("no constant of byte " + place + " among " + constants);
    }
    return constants.get(place);
  }
}
