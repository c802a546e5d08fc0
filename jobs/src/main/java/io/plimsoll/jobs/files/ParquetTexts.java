package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Texts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Makes each record an array of texts, one a column, the same array every time. */
final class ParquetTexts extends RecordMaterializer<String[]> {

  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;
  private static final long DAY_MS = 86_400_000L;
  private static final long NANOS_PER_MS = 1_000_000L;

  private final String[] texts;
  private final Row row;

  ParquetTexts(MessageType schema) {
    texts = new String[schema.getFieldCount()];
    row = new Row(schema);
  }

  /** Whether values of the type can become text. */
  static boolean reads(Type type) {
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      return false;
    }
    boolean decimal = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
    return decimal
        || type.asPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
  }

  @Override
  public String[] getCurrentRecord() {
    return texts;
  }

  @Override
  public GroupConverter getRootConverter() {
    return row;
  }

  private final class Row extends GroupConverter {

    private final Converter[] cells;

    Row(MessageType schema) {
      cells = new Converter[schema.getFieldCount()];
      for (int i = 0; i < cells.length; i++) {
        int column = i;
        cells[i] = new Cell(schema.getType(i), text -> texts[column] = text);
      }
    }

    @Override
    public Converter getConverter(int column) {
      return cells[column];
    }

    @Override
    public void start() {
      Arrays.fill(texts, Texts.ABSENT);
    }

    @Override
    public void end() {}
  }

  /** One column's values, each by its type. */
  private static final class Cell extends PrimitiveConverter {

    private final LogicalTypeAnnotation logical;
    private final boolean int96;
    private final Consumer<String> out;

    Cell(Type type, Consumer<String> out) {
      this.logical = type.getLogicalTypeAnnotation();
      this.int96 = type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT96;
      this.out = out;
    }

    @Override
    public void addBinary(Binary value) {
      if (int96) {
        out.accept(timestamp96(value));
      } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
        out.accept(Texts.decimal(value.getBytes(), decimal.getScale()));
      } else {
        out.accept(value.toStringUsingUTF8());
      }
    }

    @Override
    public void addLong(long value) {
      if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
        out.accept(Texts.decimal(value, decimal.getScale()));
      } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
        out.accept(Texts.timestamp(value, unitsPerMs(timestamp.getUnit())));
      } else {
        out.accept(Long.toString(value));
      }
    }

    @Override
    public void addInt(int value) {
      if (logical instanceof DateLogicalTypeAnnotation) {
        out.accept(Texts.date(value));
      } else {
        addLong(value);
      }
    }

    @Override
    public void addDouble(double value) {
      out.accept(Double.toString(value));
    }

    @Override
    public void addFloat(float value) {
      out.accept(Float.toString(value));
    }

    @Override
    public void addBoolean(boolean value) {
      out.accept(Boolean.toString(value));
    }

    private static long unitsPerMs(LogicalTypeAnnotation.TimeUnit unit) {
      return switch (unit) {
        case MILLIS -> 1;
        case MICROS -> 1_000;
        case NANOS -> NANOS_PER_MS;
      };
    }

    /** Spark's timestamp of old: nanoseconds of the day, then the Julian day. */
    private static String timestamp96(Binary value) {
      ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      long nanos = bytes.getLong();
      long day = bytes.getInt() - (long) JULIAN_DAY_OF_EPOCH;
      return Long.toString(day * DAY_MS + Math.floorDiv(nanos, NANOS_PER_MS));
    }
  }
}
