package io.plimsoll.jobs.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Reads short texts so that the same bytes give the same String most of the time: the name of an
 * asset comes with every record, and is made, and hashed, once.
 *
 * <p>One of the process, of fixed size: a text only ever pushes out the one in its place, so a
 * million names of accounts cost what they did without a pool. Reading a text that is there
 * allocates nothing. Threads race for the places, and may: a String is immutable and whole however
 * it is handed over, and whoever reads another's older one compares it first.
 */
final class TextPool {

  /** In bytes. Names are shorter; what is longer is rarely the same twice. */
  static final int LONGEST = 3 * Long.BYTES;

  static final int PLACES = 4096;

  private static final long NOT_ASCII = 0x8080808080808080L;

  private static final String[] TEXTS = new String[PLACES];

  private TextPool() {}

  /** Reads a text of so many bytes of UTF-8, at most {@link #LONGEST}. */
  static String read(int length, DataInputView in) throws IOException {
    long first = word(length, in);
    long second = word(length - Long.BYTES, in);
    long third = word(length - 2 * Long.BYTES, in);
    if (((first | second | third) & NOT_ASCII) != 0) {
      return new String(bytes(length, first, second, third), StandardCharsets.UTF_8);
    }
    int place = place(31 * (31 * first + second) + third);
    String known = TEXTS[place];
    if (known == null || !is(known, length, first, second, third)) {
      known = new String(bytes(length, first, second, third), StandardCharsets.US_ASCII);
      TEXTS[place] = known;
    }
    return known;
  }

  /** Up to eight bytes, the first of them the lowest; 0 where none are left. */
  private static long word(int left, DataInputView in) throws IOException {
    if (left >= Long.BYTES) {
      return Long.reverseBytes(in.readLong());
    }
    long word = 0;
    for (int i = 0; i < left; i++) {
      word |= (in.readByte() & 0xffL) << (i * Byte.SIZE);
    }
    return word;
  }

  private static int place(long hash) {
    long mixed = hash * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (PLACES - 1);
  }

  private static boolean is(String text, int length, long first, long second, long third) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != at(i, first, second, third)) {
        return false;
      }
    }
    return true;
  }

  private static int at(int i, long first, long second, long third) {
    long word = i < Long.BYTES ? first : i < 2 * Long.BYTES ? second : third;
    return (int) (word >>> (i * Byte.SIZE)) & 0xff; // a shift counts modulo 64
  }

  private static byte[] bytes(int length, long first, long second, long third) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) at(i, first, second, third);
    }
    return bytes;
  }

  /** Writes a text of ASCII with its length; false, and nothing, if it is none. */
  static boolean write(String text, DataOutputView out) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    Fields.writeCount(length, out);
    for (int i = 0; i < length; i++) {
      out.writeByte(text.charAt(i));
    }
    return true;
  }
}
