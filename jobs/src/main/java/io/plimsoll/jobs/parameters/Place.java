package io.plimsoll.jobs.parameters;

/**
 * Where something stands in the file.
 *
 * @param file as it was named by whoever wants it read
 * @param line from 1; that of the key
 * @param path of the key, from the top
 */
record Place(String file, int line, String path) {

  private static final String TOP = "the file";
  private static final int LONGEST = 80;

  static Place top(String file) {
    return new Place(file, 1, TOP);
  }

  /** The place of a key below this one. */
  Place below(String key, int keyLine) {
    String name = shortened(key);
    return new Place(file, keyLine, path.equals(TOP) ? name : path + "." + name);
  }

  ParameterFileException refuse(String value, String allowed) {
    return new ParameterFileException(
        oneLine(file)
            + ":"
            + line
            + ": "
            + path
            + ": "
            + shortened(value)
            + " is not allowed; allowed is "
            + allowed);
  }

  /** A file that is not YAML, or none at all, has no path. */
  static ParameterFileException refuseFile(String file, String why) {
    return new ParameterFileException(oneLine(file) + ": " + oneLine(why));
  }

  /** What comes from the file must not fill the screen. */
  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return oneLine(text);
    }
    return oneLine(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "…";
  }

  /** What comes from outside must not break the line. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                line.append("\\n");
              } else if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                line.append(String.format("\\u%04x", point));
              } else {
                line.appendCodePoint(point);
              }
            });
    return line.toString();
  }
}
