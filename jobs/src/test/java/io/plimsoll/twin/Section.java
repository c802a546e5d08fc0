package io.plimsoll.twin;

import java.util.Map;

/** One mapping of the parameters, read key by key with the defaults of §11. */
record Section(Map<?, ?> values) {
  static Section of(Object value) {
    return new Section(value instanceof Map<?, ?> ? (Map<?, ?>) value : Map.of());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key, String otherwise) {
    return has(key) ? values.get(key).toString() : otherwise;
  }

  /** The decimal as written. */
  Rational exact(String key, String otherwise) {
    return Rational.of(text(key, otherwise));
  }

  double real(String key, String otherwise) {
    return Double.parseDouble(text(key, otherwise));
  }

  Double realOrNull(String key) {
    return has(key) ? Double.valueOf(text(key, "")) : null;
  }

  long duration(String key, String otherwise) {
    return Cells.duration(text(key, otherwise));
  }

  Section section(String key) {
    return of(values.get(key));
  }
}
