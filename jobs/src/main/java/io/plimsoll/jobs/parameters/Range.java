package io.plimsoll.jobs.parameters;

import java.math.BigDecimal;

/**
 * An interval of numbers. The records of the risk model check the same ranges and have the last
 * word; a test holds the two together.
 *
 * @param low its lower end
 * @param open whether the lower end is outside
 * @param high its upper end, which is inside; ignored when unbounded
 * @param bounded whether there is an upper end
 */
public record Range(BigDecimal low, boolean open, BigDecimal high, boolean bounded) {

  public static final Range FRACTION = fromTo(0, 1);
  public static final Range ABOVE_ZERO = new Range(BigDecimal.ZERO, true, BigDecimal.ZERO, false);
  public static final Range ABOVE_ZERO_UP_TO_ONE =
      new Range(BigDecimal.ZERO, true, BigDecimal.ONE, true);

  public static Range fromTo(int low, int high) {
    return new Range(BigDecimal.valueOf(low), false, BigDecimal.valueOf(high), true);
  }

  public static Range atLeast(int low) {
    return new Range(BigDecimal.valueOf(low), false, BigDecimal.ZERO, false);
  }

  boolean holds(BigDecimal value) {
    int toLow = value.compareTo(low);
    return (open ? toLow > 0 : toLow >= 0) && (!bounded || value.compareTo(high) <= 0);
  }

  /** As in "a number …". */
  String words() {
    if (!bounded) {
      return (open ? "above " : "of at least ") + low;
    }
    return open ? "above " + low + " and at most " + high : "from " + low + " to " + high;
  }
}
