package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.AvroTexts;
import io.plimsoll.jobs.intake.Cells;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** An Avro container file of records, its columns by field name. */
final class AvroRows implements Rows {

  private static final List<String> CODECS =
      List.of(
          DataFileConstants.NULL_CODEC,
          DataFileConstants.DEFLATE_CODEC,
          DataFileConstants.SNAPPY_CODEC,
          DataFileConstants.ZSTANDARD_CODEC);

  private final DataFile file;
  private final DataFileReader<GenericRecord> reader;
  private final List<String> header = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Function<Object, String>> texts = new ArrayList<>();
  private final long size;
  private GenericRecord last;
  private long line = 1;

  AvroRows(DataFile file) throws IOException {
    this.file = file;
    File path = new File(file.path());
    this.size = path.length();
    this.reader = open(path);
    try {
      checkCodec();
      layOut(reader.getSchema());
    } catch (InputException e) {
      reader.close();
      throw e;
    }
  }

  private DataFileReader<GenericRecord> open(File path) throws IOException {
    try {
      return new DataFileReader<>(path, new GenericDatumReader<>());
    } catch (IOException | AvroRuntimeException e) {
      if (!path.canRead()) {
        throw e;
      }
      throw new InputException(
          file.path(),
          "not an Avro container file, or a truncated one (" + e.getMessage() + ")",
          e);
    }
  }

  /** The rest would need a library that is not there, or a newer commons-io than Flink brings. */
  private void checkCodec() {
    String told = reader.getMetaString(DataFileConstants.CODEC);
    String codec = told == null ? DataFileConstants.NULL_CODEC : told;
    if (!CODECS.contains(codec)) {
      throw new InputException(
          file.path(), "compressed with " + codec + "; allowed are " + String.join(", ", CODECS));
    }
  }

  private void layOut(Schema schema) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new InputException(file.path(), "holds " + schema.getType() + ", not records");
    }
    for (Schema.Field field : schema.getFields()) {
      if (file.kind().columns().contains(field.name())) {
        header.add(field.name());
        places.add(field.pos());
        texts.add(
            AvroTexts.of(field.schema())
                .orElseThrow(
                    () ->
                        new InputException(
                            file.path(),
                            "column "
                                + field.name()
                                + " is of type "
                                + field.schema()
                                + "; allowed are text, numbers, decimals, dates and timestamps")));
      }
    }
  }

  @Override
  public List<String> header() {
    return List.copyOf(header);
  }

  @Override
  public boolean next(Cells cells) {
    cells.clear();
    try {
      if (!reader.hasNext()) {
        refuseIfTruncated();
        return false;
      }
      last = reader.next(last);
    } catch (IOException | RuntimeException e) {
      throw e instanceof InputException known ? known : broken(e.getMessage(), e);
    }
    line++;
    for (int i = 0; i < places.size(); i++) {
      cells.add(texts.get(i).apply(last.get(places.get(i))));
    }
    return true;
  }

  /** The reader takes a file that ends inside a block for one that ends before it. */
  private void refuseIfTruncated() throws IOException {
    if (reader.previousSync() < size) {
      throw broken("it ends within a block", null);
    }
  }

  private InputException broken(String why, Throwable cause) {
    return new InputException(
        file.path(),
        "after line " + line + ": a truncated or corrupt Avro file (" + why + ")",
        cause);
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
