package io.plimsoll.jobs.chaos;

import io.plimsoll.contract.AssetState;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Where the records of a monitor are not those of the undisturbed run, a line each. */
final class Differences {

  private Differences() {}

  /** Writes them to a file and returns them. */
  static List<String> write(Verdict verdict, TopicSettings topics, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    add(lines, "margin event", verdict.events(), topics, MarginEvent.getClassSchema());
    add(lines, "asset state", verdict.states(), topics, AssetState.getClassSchema());
    Files.write(file, lines);
    return lines;
  }

  private static void add(
      List<String> lines, String what, Comparison found, TopicSettings topics, Schema schema) {
    RecordDecoder decoder = topics.format().decoder(schema);
    found.missing().forEach(value -> lines.add(what + " missing: " + text(decoder, value)));
    found.extra().forEach(value -> lines.add(what + " extra: " + text(decoder, value)));
  }

  private static String text(RecordDecoder decoder, ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    try {
      return decoder.decode(bytes).toString();
    } catch (UndecodableException e) {
      return e.getMessage();
    }
  }
}
