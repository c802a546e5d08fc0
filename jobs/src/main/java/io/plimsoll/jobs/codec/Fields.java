package io.plimsoll.jobs.codec;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The fields that {@link DataOutputView} has no compact form for. */
public final class Fields {

  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private Fields() {}

  /** A text of any length: the number of its UTF-8 bytes, then the bytes. */
  public static void writeText(String text, DataOutputView out) throws IOException {
    if (text.length() <= TextPool.LONGEST && TextPool.write(text, out)) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeCount(bytes.length, out);
    out.write(bytes);
  }

  /** The same String for the same short text, most of the time. */
  public static String readText(DataInputView in) throws IOException {
    int length = readCount(in);
    if (length <= TextPool.LONGEST) {
      return length == 0 ? "" : TextPool.read(length, in);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A decimal as it is, trailing zeros and all: its scale, then its unscaled value. */
  public static void writeDecimal(BigDecimal value, DataOutputView out) throws IOException {
    BigInteger unscaled = value.unscaledValue();
    int bytes = unscaled.bitLength() / Byte.SIZE + 1;
    writeWhole(value.scale(), out);
    writeCount(bytes, out);
    if (bytes <= Long.BYTES) {
      long bits = unscaled.longValue();
      for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        out.writeByte((int) (bits >> shift));
      }
    } else {
      out.write(unscaled.toByteArray());
    }
  }

  /** What fits a long takes no more room than one: nearly all decimals do. */
  public static BigDecimal readDecimal(DataInputView in) throws IOException {
    int scale = Math.toIntExact(readWhole(in));
    int bytes = readCount(in);
    if (bytes > 0 && bytes <= Long.BYTES) {
      long bits = in.readByte(); // with its sign
      for (int i = 1; i < bytes; i++) {
        bits = bits << Byte.SIZE | in.readUnsignedByte();
      }
      return BigDecimal.valueOf(bits, scale);
    }
    byte[] unscaled = new byte[bytes];
    in.readFully(unscaled);
    return new BigDecimal(new BigInteger(unscaled), scale);
  }

  /** A whole number of either sign, short when it is near 0. */
  public static void writeWhole(long value, DataOutputView out) throws IOException {
    writeBits((value << 1) ^ (value >> 63), out);
  }

  public static long readWhole(DataInputView in) throws IOException {
    long bits = readBits(in);
    return (bits >>> 1) ^ -(bits & 1);
  }

  /** A number of things, at least 0. */
  public static void writeCount(int count, DataOutputView out) throws IOException {
    writeBits(count, out);
  }

  public static int readCount(DataInputView in) throws IOException {
    return Math.toIntExact(readBits(in));
  }

  private static void writeBits(long bits, DataOutputView out) throws IOException {
    long rest = bits;
    while ((rest & ~SEVEN_BITS) != 0) {
      out.writeByte((int) (rest & SEVEN_BITS) | MORE);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readBits(DataInputView in) throws IOException {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.readByte();
      bits |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return bits;
      }
    }
    throw new IOException("a whole number of more than 64 bits");
  }
}
