package io.plimsoll.jobs.console;

import io.plimsoll.risk.level.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parameters of a request, or of a form. */
final class Query {

  /** What a request may not say, in a line for whoever sent it. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String line) {
      super(line);
    }
  }

  private final Map<String, String> told = new HashMap<>();

  /**
   * Reads them.
   *
   * @param text as it stands in an address; null for none
   * @param allowed names
   * @throws Refused for any other name, one that comes twice, and what cannot be decoded
   */
  Query(String text, Set<String> allowed) {
    for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!allowed.contains(name) || told.put(name, value) != null) {
        throw new Refused(
            "parameter " + name + ": allowed is each of " + String.join(", ", allowed) + " once");
      }
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused("a parameter is not encoded as it has to be in an address");
    }
  }

  /** A text; empty if it is not told. */
  String text(String name) {
    return told.getOrDefault(name, "");
  }

  /** A level, if one is told. */
  Optional<Level> level(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Level> found =
        Stream.of(Level.values()).filter(level -> level.name().equals(value)).findFirst();
    if (found.isEmpty()) {
      throw new Refused(
          name
              + "="
              + value
              + ": allowed is one of "
              + String.join(", ", List.of(Level.values()).stream().map(Level::name).toList()));
    }
    return found;
  }

  /** A whole number from 1 on. */
  int number(String name, int otherwise, int most) {
    String value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.matches("[1-9]\\d{0,8}") || Integer.parseInt(value) > most) {
      throw new Refused(name + "=" + value + ": allowed is a whole number from 1 to " + most);
    }
    return Integer.parseInt(value);
  }
}
