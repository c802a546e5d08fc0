package io.plimsoll.benchmarks.market;

import io.plimsoll.risk.account.Holding;
import java.util.List;

/**
 * An account as every engine is given it.
 *
 * @param index from 0
 * @param holdings spot, GROSS, at one venue
 */
public record Account(int index, List<Holding> holdings) {

  private static final String PREFIX = "a-";

  /** Its name. */
  public String id() {
    return idOf(index);
  }

  /** The name of an account. */
  public static String idOf(int index) {
    return PREFIX + index;
  }

  /** The index of a name. */
  public static int indexOf(String id) {
    return Integer.parseInt(id, PREFIX.length(), id.length(), 10);
  }
}
