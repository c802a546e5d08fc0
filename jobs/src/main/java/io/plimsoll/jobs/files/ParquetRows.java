package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A Parquet file, its columns by name; others are not even read from disk. */
final class ParquetRows implements Rows {

  private final DataFile file;
  private final ParquetFileReader reader;
  private final List<String> header;
  private final ParquetTexts texts;
  private final MessageColumnIO columns;

  private RecordReader<String[]> group;
  private long leftInGroup;
  private long line = 1;

  ParquetRows(DataFile file) throws IOException {
    this.file = file;
    this.reader = open();
    try {
      checkCodecs();
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      MessageType wanted = wanted(schema);
      this.header = wanted.getFields().stream().map(Type::getName).toList();
      this.texts = new ParquetTexts(wanted);
      this.columns = new ColumnIOFactory().getColumnIO(wanted, schema);
      reader.setRequestedSchema(wanted);
    } catch (InputException e) {
      reader.close();
      throw e;
    }
  }

  private ParquetFileReader open() throws IOException {
    Path path = Path.of(file.path());
    try {
      return ParquetFileReader.open(
          new LocalInputFile(path),
          ParquetReadOptions.builder(new PlainParquetConfiguration())
              .withCodecFactory(new Decompressors())
              .build());
    } catch (IOException | RuntimeException e) {
      if (!Files.isReadable(path)) {
        throw e;
      }
      throw new InputException(
          file.path(), "not a Parquet file, or a truncated one (" + e.getMessage() + ")", e);
    }
  }

  private void checkCodecs() {
    reader.getFooter().getBlocks().stream()
        .flatMap(block -> block.getColumns().stream())
        .map(ColumnChunkMetaData::getCodec)
        .filter(codec -> !Decompressors.READ.contains(codec))
        .findFirst()
        .ifPresent(
            codec -> {
              throw new InputException(
                  file.path(), "compressed with " + codec + "; allowed are " + Decompressors.READ);
            });
  }

  private MessageType wanted(MessageType schema) {
    List<Type> fields =
        schema.getFields().stream()
            .filter(field -> file.kind().columns().contains(field.getName()))
            .toList();
    for (Type field : fields) {
      if (!ParquetTexts.reads(field)) {
        throw new InputException(
            file.path(),
            "column "
                + field.getName()
                + " is of type "
                + field
                + "; allowed are text, numbers, decimals, dates and timestamps");
      }
    }
    return new MessageType(schema.getName(), fields);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next(Cells cells) {
    cells.clear();
    try {
      while (leftInGroup == 0) {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
          return false;
        }
        group = columns.getRecordReader(pages, texts);
        leftInGroup = pages.getRowCount();
      }
      leftInGroup--;
      for (String text : group.read()) {
        cells.add(text);
      }
    } catch (IOException | RuntimeException e) {
      throw new InputException(
          file.path(),
          "after line " + line + ": a truncated or corrupt Parquet file (" + e.getMessage() + ")",
          e);
    }
    line++;
    return true;
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
