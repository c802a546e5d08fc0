package io.plimsoll.twin;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row that changed nothing, and why. */
public record Refusal(String file, int line, Reason reason, String record) {
  /** The reasons of §1. */
  public enum Reason {
    /** Not a row that can be understood. */
    MALFORMED,
    /** A price of 0 or less. */
    NON_POSITIVE,
    /** A price outside its limits, or an index that steps too far. */
    OUT_OF_BOUNDS,
    /** An asset without parameters. */
    UNKNOWN_ASSET,
    /** A category without parameters. */
    UNKNOWN_CATEGORY,
    /** More than a day ahead of its file. */
    FUTURE,
    /** Older than its file has got to. */
    LATE,
    /** A later state of its key is already known. */
    SUPERSEDED
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.put("line", line);
    fields.put("reason", reason.name());
    fields.put("record", record);
    return fields;
  }
}
