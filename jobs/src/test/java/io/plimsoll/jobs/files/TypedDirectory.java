package io.plimsoll.jobs.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A directory whose files are typed in, line by line; a name in .gz is gzipped. */
record TypedDirectory(Path path) {

  TypedDirectory with(String name, String... lines) {
    return with(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  TypedDirectory with(String name, byte[] content) {
    try (OutputStream file = Files.newOutputStream(path.resolve(name));
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(file) : file) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Leaves only so many bytes of a file. */
  TypedDirectory cut(String name, int bytes) {
    try {
      byte[] all = Files.readAllBytes(path.resolve(name));
      Files.write(path.resolve(name), Arrays.copyOf(all, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  int size(String name) {
    return (int) path.resolve(name).toFile().length();
  }

  DataDirectory open() {
    return DataDirectory.open(path);
  }

  Playback play(long latenessMs) {
    return play(new ReadOptions(latenessMs, ReadOptions.TO_THE_END));
  }

  Playback play(ReadOptions options) {
    return new Playback(open(), options);
  }
}
