package io.plimsoll.twin;

import java.util.Comparator;

/** Names are sorted by code point, which is not what {@link String#compareTo} does. */
final class CodePoints {
  static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  static int compare(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return java.util.Arrays.compare(left, right);
  }
}
