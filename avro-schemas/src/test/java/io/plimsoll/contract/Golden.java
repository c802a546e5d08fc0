package io.plimsoll.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The golden files of one version: what was once written must be read for ever.
 *
 * <p>With {@code -Dgolden.write=true} a file that does not exist is written. One that exists is
 * never overwritten: a golden file that changes is a broken promise.
 */
final class Golden {

  /** The version of the contract as it is today, the last of {@link #VERSIONS}. */
  static final String TODAY = "v1";

  /** All versions that were ever written to a topic. */
  static final String[] VERSIONS = {TODAY};

  private static final Path ROOT = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The bytes of a sample, or those offered when they are yet to be written. */
  static byte[] bytes(String version, String name, byte[] offered) {
    return read(ROOT.resolve(version).resolve(name + ".bin"), offered);
  }

  /** The schema a version was written with. */
  static Schema schema(String version, Schema today) {
    byte[] offered =
        (SchemaFormatter.format("json/pretty", today) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] text = read(ROOT.resolve(version).resolve(today.getName() + ".avsc"), offered);
    return new Schema.Parser().parse(new String(text, StandardCharsets.UTF_8));
  }

  private static byte[] read(Path file, byte[] offered) {
    try {
      if (!Files.exists(file) && Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.getParent());
        Files.write(file, offered);
      }
      if (!Files.exists(file)) {
        throw new AssertionError(
            file + " is missing: write it once with -Dgolden.write=true and commit it");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
