package io.plimsoll.jobs.chaos;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Records of a topic against those of an undisturbed run. An id is part of its record: where the
 * sets of records are equal those of ids are, and whatever is there twice is the same in every
 * byte.
 *
 * @param records different ones that were read
 * @param repeated how many more were read than there are different ones
 * @param missing those of the undisturbed run that were not read
 * @param extra those that were read and are not of the undisturbed run
 */
record Comparison(int records, int repeated, List<ByteBuffer> missing, List<ByteBuffer> extra) {

  Comparison {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  static Comparison of(Map<ByteBuffer, Integer> expected, Map<ByteBuffer, Integer> read) {
    int all = read.values().stream().mapToInt(Integer::intValue).sum();
    return new Comparison(
        read.size(),
        all - read.size(),
        expected.keySet().stream().filter(record -> !read.containsKey(record)).toList(),
        read.keySet().stream().filter(record -> !expected.containsKey(record)).toList());
  }

  /**
   * Whether a reader was told what he may count on.
   *
   * @param once whether no record may be there twice
   */
  boolean holds(boolean once) {
    return missing.isEmpty() && extra.isEmpty() && !(once && repeated > 0);
  }
}
