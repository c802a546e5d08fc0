package io.plimsoll.twin;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Just enough JSON to write the outputs of §12. */
final class Json {
  private Json() {}

  static String write(Object value) {
    if (value instanceof Map<?, ?>) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(entry -> quote(entry.getKey().toString()) + ": " + write(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Collection<?>) {
      return ((Collection<?>) value)
          .stream().map(Json::write).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String ? quote((String) value) : String.valueOf(value);
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
