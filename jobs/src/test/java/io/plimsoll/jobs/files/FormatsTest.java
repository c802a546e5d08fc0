package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows give the same events, whatever they are written in. */
class FormatsTest {

  private static final long T = 1_583_020_800_000L;

  /** Positions as CSV has them; the second is refused, the third has no entry price. */
  private static final List<List<String>> POSITIONS =
      List.of(
          List.of(T + "", "\uD83D\uDEA2", "ETH", "LONG", "1.5", "200.25", "7"),
          List.of((T + 1) + "", "a", "XYZ", "LONG", "2", "3", "8"),
          List.of((T + 2) + "", "a", "ETH", "DEBT", "0.000000000000000001", "", ""));

  private static final List<String> COLUMNS =
      List.of("timestamp", "account", "asset", "kind", "amount", "entry_price", "sequence");

  @TempDir Path path;
  private TypedDirectory directory;

  @BeforeEach
  void aDirectory() {
    directory = new TypedDirectory(path);
  }

  private static TypedDirectory csv(TypedDirectory directory, String name) {
    String[] lines = new String[POSITIONS.size() + 1];
    lines[0] = String.join(",", COLUMNS);
    for (int i = 0; i < POSITIONS.size(); i++) {
      lines[i + 1] = String.join(",", POSITIONS.get(i));
    }
    return directory.with(name, lines);
  }

  /** What came out, with the name of the file taken out of it. */
  private static List<String> play(TypedDirectory directory, String name) throws Exception {
    return directory.play(0).run().emissions().stream()
        .map(e -> e.toString().replace(name, "FILE"))
        .toList();
  }

  private List<String> expected() throws Exception {
    Path apart = Files.createDirectory(path.resolve("expected"));
    List<String> events = play(csv(new TypedDirectory(apart), "positions.csv"), "positions.csv");
    assertThat(events).hasSize(POSITIONS.size() + 1);
    return events;
  }

  @Test
  void gzippedCsv() throws Exception {
    assertThat(play(csv(directory, "positions.csv.gz"), "positions.csv.gz")).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate", "snappy", "zstandard"})
  void avroOfStrings(String codec) throws Exception {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record("Row").fields();
    COLUMNS.forEach(column -> fields.optionalString(column));
    Schema schema = fields.endRecord();
    List<GenericRecord> rows = POSITIONS.stream().map(row -> strings(schema, row)).toList();
    avro("positions.avro", schema, rows, codec);

    assertThat(play(directory, "positions.avro")).isEqualTo(expected());
  }

  private static GenericRecord strings(Schema schema, List<String> row) {
    GenericRecord made = new GenericData.Record(schema);
    for (int i = 0; i < row.size(); i++) {
      made.put(i, row.get(i).isEmpty() ? null : row.get(i));
    }
    return made;
  }

  @Test
  void avroOfTypes() throws Exception {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Row", "fields": [
                 {"name": "more", "type": {"type": "array", "items": "int"}},
                 {"name": "timestamp", "type": {"type": "long", "logicalType": "timestamp-micros"}},
                 {"name": "account", "type": "string"},
                 {"name": "asset", "type": ["null", "string"]},
                 {"name": "kind", "type": {"type": "enum", "name": "K",
                   "symbols": ["COLLATERAL", "DEBT", "LONG", "SHORT"]}},
                 {"name": "amount", "type": {"type": "bytes", "logicalType": "decimal",
                   "precision": 38, "scale": 18}},
                 {"name": "entry_price", "type": ["null", "double"]},
                 {"name": "sequence", "type": ["null", "long", "string"]}]}
                """);
    avro(
        "positions.avro",
        schema,
        POSITIONS.stream().map(row -> typed(schema, row)).toList(),
        "null");

    assertThat(play(directory, "positions.avro").stream().map(FormatsTest::withoutRecord))
        .isEqualTo(expected().stream().map(FormatsTest::withoutRecord).toList());
  }

  private static GenericRecord typed(Schema schema, List<String> row) {
    BigInteger unscaled = new BigDecimal(row.get(4)).setScale(18).unscaledValue();
    return new GenericRecordBuilder(schema)
        .set("more", List.of(1))
        .set("timestamp", Long.parseLong(row.get(0)) * 1000 + 999)
        .set("account", row.get(1))
        .set("asset", row.get(2))
        .set("kind", new GenericData.EnumSymbol(schema.getField("kind").schema(), row.get(3)))
        .set("amount", ByteBuffer.wrap(unscaled.toByteArray()))
        .set("entry_price", row.get(5).isEmpty() ? null : Double.valueOf(row.get(5)))
        .set("sequence", row.get(6).isEmpty() ? null : Long.valueOf(row.get(6)))
        .build();
  }

  /** The record is the row as read, so it may be written otherwise: 200.250 or 200.25. */
  private static String withoutRecord(String event) {
    return event.replaceAll("record=[^\\]]*\\]", "");
  }

  private void avro(String name, Schema schema, List<GenericRecord> rows, String codec)
      throws Exception {
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.fromString(codec));
      writer.create(schema, path.resolve(name).toFile());
      for (GenericRecord row : rows) {
        writer.append(row);
      }
    }
  }

  @Test
  void anAvroColumnOfAnotherTypeIsSaid() throws Exception {
    Schema schema =
        SchemaBuilder.record("Row")
            .fields()
            .requiredLong("timestamp")
            .requiredString("asset")
            .name("price")
            .type()
            .array()
            .items()
            .doubleType()
            .noDefault()
            .endRecord();
    avro("quotes.avro", schema, List.of(), "null");

    assertThatThrownBy(directory::open)
        .isInstanceOf(InputException.class)
        .hasMessage(
            path.resolve("quotes.avro")
                + ": column price is of type {\"type\":\"array\",\"items\":\"double\"}; allowed are"
                + " text, numbers, decimals, dates and timestamps");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 200, 1000})
  void aTruncatedAvroFileIsSaidAfterTheLastGoodLine(int missing) throws Exception {
    Schema schema =
        SchemaBuilder.record("Row")
            .fields()
            .requiredLong("timestamp")
            .requiredString("asset")
            .requiredDouble("price")
            .endRecord();
    GenericRecord row =
        new GenericRecordBuilder(schema)
            .set("timestamp", T)
            .set("asset", "ETH")
            .set("price", 100.0)
            .build();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setSyncInterval(2000).create(schema, path.resolve("quotes.avro").toFile());
      for (int i = 0; i < 1000; i++) {
        writer.append(row);
      }
    }
    directory.cut("quotes.avro", directory.size("quotes.avro") - missing);

    assertThatThrownBy(() -> directory.play(0).run())
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            ".*quotes.avro: after line [0-9]+: a truncated or corrupt Avro file \\(.*\\)");
  }

  @Test
  void anAvroCodecThatIsNotReadIsSaidBeforeTheJobStarts() throws Exception {
    Schema schema = SchemaBuilder.record("Row").fields().requiredLong("timestamp").endRecord();
    avro("quotes.avro", schema, List.of(), "deflate");
    Path file = path.resolve("quotes.avro");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, bytes.replace("\u000Edeflate", "\u0004xz"), StandardCharsets.ISO_8859_1);

    assertThatThrownBy(directory::open)
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": compressed with xz; allowed are null, deflate, snappy, zstandard");
  }

  private static final MessageType PARQUET =
      MessageTypeParser.parseMessageType(
          """
          message Row {
            optional group more (LIST) { repeated group list { optional int32 element; } }
            required int64 timestamp (TIMESTAMP(MICROS,true));
            required binary account (STRING);
            optional binary asset (STRING);
            required binary kind (ENUM);
            required fixed_len_byte_array(16) amount (DECIMAL(38,18));
            optional double entry_price;
            optional int64 sequence;
          }
          """);

  private void parquet(String name) throws Exception {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path.resolve(name)))
            .withConf(new PlainParquetConfiguration())
            .withType(PARQUET)
            .build()) {
      for (List<String> row : POSITIONS) {
        writer.write(group(row));
      }
    }
  }

  private static Group group(List<String> row) {
    byte[] unscaled = new BigDecimal(row.get(4)).setScale(18).unscaledValue().toByteArray();
    byte[] fixed = new byte[16];
    System.arraycopy(unscaled, 0, fixed, 16 - unscaled.length, unscaled.length);
    Group made =
        new SimpleGroup(PARQUET)
            .append("timestamp", Long.parseLong(row.get(0)) * 1000 + 999)
            .append("account", row.get(1))
            .append("asset", row.get(2))
            .append("kind", row.get(3))
            .append("amount", Binary.fromConstantByteArray(fixed));
    if (!row.get(5).isEmpty()) {
      made.append("entry_price", Double.parseDouble(row.get(5)));
    }
    if (!row.get(6).isEmpty()) {
      made.append("sequence", Long.parseLong(row.get(6)));
    }
    return made;
  }

  @Test
  void parquetOfTypes() throws Exception {
    parquet("positions.parquet");

    assertThat(play(directory, "positions.parquet").stream().map(FormatsTest::withoutRecord))
        .isEqualTo(expected().stream().map(FormatsTest::withoutRecord).toList());
  }

  /** Written by pyarrow 25.0.1: an int64, timestamps in ms, us and INT96, a text. */
  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "int96", "lz4"})
  void parquetOfOthers(String codec) throws Exception {
    String name = "quotes-" + codec + ".parquet";
    directory.with(name, foreign(name));
    List<String> events = play(directory, name);
    Path apart = Files.createDirectory(path.resolve("expected"));
    TypedDirectory csv =
        new TypedDirectory(apart)
            .with(
                "quotes.csv",
                "timestamp,asset,price,confidence,sequence",
                T + ",ETH,200.5,0.5,1",
                (T + 1) + ",ETH,201.25,,",
                (T + 2) + ",USDC,1.0,,3");

    assertThat(events).isEqualTo(play(csv, "quotes.csv"));
  }

  private static byte[] foreign(String name) throws Exception {
    try (InputStream in = FormatsTest.class.getResourceAsStream("/foreign/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aParquetCodecThatIsNotReadIsSaidBeforeTheJobStarts() throws Exception {
    directory.with("quotes.parquet", foreign("quotes-brotli.parquet"));

    assertThatThrownBy(directory::open)
        .isInstanceOf(InputException.class)
        .hasMessage(
            path.resolve("quotes.parquet")
                + ": compressed with BROTLI; allowed are [UNCOMPRESSED, SNAPPY, GZIP, ZSTD,"
                + " LZ4_RAW]");
  }

  @Test
  void aTruncatedParquetFileIsSaidBeforeTheJobStarts() throws Exception {
    byte[] whole = foreign("quotes-zstd.parquet");
    directory.with("quotes.parquet", Arrays.copyOf(whole, whole.length - 1));

    assertThatThrownBy(directory::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("quotes.parquet: not a Parquet file, or a truncated one (");
  }

  @Test
  void aCorruptParquetFileIsSaidAfterTheLastGoodLine() throws Exception {
    byte[] corrupt = foreign("quotes-snappy.parquet");
    Arrays.fill(corrupt, 4, 200, (byte) 0x55);
    directory.with("quotes.parquet", corrupt);

    assertThatThrownBy(() -> directory.play(0).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("quotes.parquet: after line 1: a truncated or corrupt Parquet file");
  }
}
