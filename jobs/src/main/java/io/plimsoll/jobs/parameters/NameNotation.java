package io.plimsoll.jobs.parameters;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name: any text that is not empty.
 *
 * @param range whose name it is
 */
public record NameNotation(String range) implements Notation<String> {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  /** Words that one YAML reader or another takes for something else. */
  private static final Set<String> TAKEN =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  @Override
  public Optional<String> read(String text) {
    return Optional.of(text).filter(name -> !name.isBlank());
  }

  @Override
  public String print(String name) {
    return yaml(name);
  }

  /** Plain where nobody can mistake it, else quoted. */
  static String yaml(String name) {
    if (PLAIN.matcher(name).matches() && !TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder quoted = new StringBuilder("\"");
    name.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (point < ' ' || point > '~') {
                quoted.append(String.format("\\U%08x", point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }
}
