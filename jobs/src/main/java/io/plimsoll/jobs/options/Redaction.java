package io.plimsoll.jobs.options;

import java.util.List;
import java.util.Locale;

/** Keeps secrets out of whatever people or logs may see. */
final class Redaction {

  private static final List<String> SECRET = List.of("password", "secret", "jaas");
  private static final String HIDDEN = "******";

  private Redaction() {}

  /** Whether a key's value is nobody's business. */
  static boolean isSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return SECRET.stream().anyMatch(name::contains);
  }

  /** A text about a key's value, or stars. */
  static String show(String key, String text) {
    return isSecret(key) ? HIDDEN : String.valueOf(text);
  }
}
