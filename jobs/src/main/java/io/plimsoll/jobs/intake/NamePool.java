package io.plimsoll.jobs.intake;

/**
 * Gives the same String for the same characters most of the time, so that a name which comes a
 * million times is made once. Fixed size: a name only ever pushes out the one in its place.
 */
final class NamePool {

  private static final int PLACES = 4096;

  private final String[] names = new String[PLACES];

  String name(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String known = names[place];
    if (known == null || !matches(known, text, start, end)) {
      known = new String(text, start, end - start);
      names[place] = known;
    }
    return known;
  }

  private static boolean matches(String name, char[] text, int start, int end) {
    if (name.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (name.charAt(i - start) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
