package io.plimsoll.jobs.backfill;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rows of JSON files, compared by what they say. */
final class JsonRows {

  /** Of the account's size: both sides sum exactly and round once, but in their own ways. */
  private static final double TOLERANCE = 1e-12;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonRows() {}

  static List<Map<String, Object>> read(Path file) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(MAPPER.readValue(line, new TypeReference<Map<String, Object>>() {}));
    }
    return rows;
  }

  /** The first differences, or none; {@code without} names fields that are left out. */
  static List<String> differences(
      List<Map<String, Object>> expected, List<Map<String, Object>> actual, String without) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), actual.size()) && differences.size() < 5; i++) {
      if (i >= expected.size()) {
        differences.add("too much: " + actual.get(i));
      } else if (i >= actual.size()) {
        differences.add("missing: " + expected.get(i));
      } else if (!same(expected.get(i), actual.get(i), without)) {
        differences.add("expected " + expected.get(i) + "\n     got " + actual.get(i));
      }
    }
    return differences;
  }

  private static boolean same(Map<?, ?> expected, Map<?, ?> actual, String without) {
    TreeSet<String> keys = new TreeSet<>();
    expected.keySet().forEach(key -> keys.add((String) key));
    actual.keySet().forEach(key -> keys.add((String) key));
    keys.remove(without);
    for (String key : keys) {
      if (!expected.containsKey(key) || !actual.containsKey(key)) {
        return false;
      }
      if (!same(expected.get(key), actual.get(key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Object expected, Object actual) {
    if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
      return same(left, right, "");
    }
    if (expected instanceof Number left && actual instanceof Number right) {
      double a = left.doubleValue();
      double b = right.doubleValue();
      return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
    return expected == null ? actual == null : expected.equals(actual);
  }
}
