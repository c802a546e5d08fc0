package io.plimsoll.risk.account;

/** The order of names: by code point, which {@link String#compareTo} is not above U+FFFF. */
public final class CodePoints {

  private CodePoints() {}

  /** Compares two names by code point, shorter first when one starts the other. */
  public static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        // A surrogate stands for a code point above every char that is none.
        boolean aHigh = Character.isSurrogate(a);
        boolean bHigh = Character.isSurrogate(b);
        return aHigh == bHigh ? Character.compare(a, b) : aHigh ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
