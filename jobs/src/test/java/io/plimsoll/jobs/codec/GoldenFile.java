package io.plimsoll.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes that a version has written, one value a line in hexadecimal digits. A file that is missing
 * is written by {@code -Dgolden.write=true}; one that is there never is: old state must be read.
 */
public final class GoldenFile {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden");

  private final Path file;

  private GoldenFile(Path file) {
    this.file = file;
  }

  /**
   * The file of one type in one version.
   *
   * @param values what is written if the file is missing and may be made
   */
  public static GoldenFile of(String type, int version, List<byte[]> values) throws IOException {
    Path file = DIRECTORY.resolve(type + ".v" + version + ".hex");
    if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
      Files.write(file, hex(values));
    }
    assertThat(file).as("-Dgolden.write=true makes it; then look at it and commit it").exists();
    return new GoldenFile(file);
  }

  /** The values as they were written. */
  public List<byte[]> values() throws IOException {
    return Files.readAllLines(file).stream().map(HexFormat.of()::parseHex).toList();
  }

  /** Fails if one of the values is written otherwise today. */
  public void assertHolds(List<byte[]> values) throws IOException {
    assertThat(hex(values))
        .as("%s never changes; a new form is a new version", file)
        .isEqualTo(Files.readAllLines(file));
  }

  private static List<String> hex(List<byte[]> values) {
    return values.stream().map(HexFormat.of()::formatHex).toList();
  }
}
