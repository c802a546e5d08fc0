package io.plimsoll.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A generated file in the making; columns come in any order, and optional ones may be missing. */
final class Sheet {
  private final String name;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private final Draw draw;

  Sheet(String name, List<String> required, List<String> optional, Draw draw) {
    this.name = name;
    this.draw = draw;
    this.header = new ArrayList<>(required);
    for (String column : optional) {
      if (draw.chance(0.85)) {
        header.add(column);
      }
    }
    if (draw.chance(0.2)) {
      header.add("remark");
    }
    if (draw.chance(0.3)) {
      Collections.shuffle(header, new java.util.Random(draw.between(0, 1_000_000)));
    }
  }

  boolean has(String column) {
    return header.contains(column);
  }

  void add(Map<String, String> cells) {
    rows.add(header.stream().map(column -> cells.getOrDefault(column, "")).toList());
  }

  /** Adds a row that ends too soon. */
  void addShort(Map<String, String> cells) {
    add(cells);
    rows.add(rows.remove(rows.size() - 1).subList(0, header.size() - 1));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  TwinFile file() {
    return new TwinFile(name, List.copyOf(header), List.copyOf(rows));
  }

  /** A timestamp in one of the forms that are allowed. */
  String time(long millis) {
    if (draw.chance(0.9)) {
      return Long.toString(millis);
    }
    String zulu = Instant.ofEpochMilli(millis).toString();
    String local = zulu.substring(0, zulu.length() - 1);
    boolean fraction = local.contains(".");
    return switch (draw.between(0, 3)) {
      case 0 -> zulu;
      case 1 -> local;
      case 2 -> fraction ? local + "999Z" : local + ".000999Z";
      default -> Instant.ofEpochMilli(millis + 7_200_000).toString().replace("Z", "+02:00");
    };
  }
}
