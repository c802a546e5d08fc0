package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Columns;
import io.plimsoll.jobs.intake.RowKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file of rows.
 *
 * @param path where it is
 * @param name its name, which orders files and names the place of its rows
 * @param kind what its rows are
 * @param format how it is written
 */
public record DataFile(String path, String name, RowKind kind, Format format)
    implements Serializable {

  /** What a file name says, if it is one that is read. */
  static Optional<DataFile> of(String path, String name) {
    return kindOf(name)
        .flatMap(kind -> Format.of(name).map(format -> new DataFile(path, name, kind, format)));
  }

  /** The kind that a file name starts with. */
  static Optional<RowKind> kindOf(String name) {
    return Arrays.stream(RowKind.values()).filter(k -> name.startsWith(prefix(k))).findFirst();
  }

  /** The names that are looked for, for people. */
  static String names() {
    return Arrays.stream(RowKind.values())
        .map(kind -> prefix(kind) + "*")
        .collect(Collectors.joining(", "));
  }

  private static String prefix(RowKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Refuses a header that is not one of the kind. */
  void check(List<String> header) {
    List<String> repeated = Columns.repeated(kind, header);
    if (!repeated.isEmpty()) {
      throw new InputException(path, "column " + repeated.get(0) + " stands twice in the header");
    }
    List<String> missing = Columns.missing(kind, header);
    if (!missing.isEmpty()) {
      throw new InputException(
          path,
          "no column "
              + String.join(", ", missing)
              + "; found "
              + String.join(", ", header)
              + "; "
              + prefix(kind)
              + " files have "
              + allowed());
    }
  }

  private String allowed() {
    List<String> optional = new ArrayList<>(kind.columns());
    optional.removeAll(kind.required());
    return String.join(", ", kind.required()) + " [" + String.join(", ", optional) + "]";
  }
}
