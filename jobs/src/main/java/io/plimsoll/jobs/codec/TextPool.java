package io.plimsoll.jobs.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Reads short texts so that the same bytes give the same String most of the time: the name of an
 * asset comes with every record, and is made, and hashed, once.
 *
 * <p>One a thread. Fixed size: a text only ever pushes out the one in its place, so a million names
 * of accounts cost what they did without a pool. Reading a text that is there allocates nothing.
 */
final class TextPool {

  /** In bytes. Names are shorter; what is longer is rarely the same twice. */
  static final int LONGEST = 40;

  static final int PLACES = 2048;

  private static final ThreadLocal<TextPool> OF_THREAD = ThreadLocal.withInitial(TextPool::new);

  private final byte[] bytes = new byte[LONGEST];
  private final String[] texts = new String[PLACES];

  /** The calling thread's own. */
  static TextPool ofThread() {
    return OF_THREAD.get();
  }

  /** Reads a text of so many bytes of UTF-8, at most {@link #LONGEST}. */
  String read(int length, DataInputView in) throws IOException {
    in.readFully(bytes, 0, length);
    int hash = 0;
    int signs = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + bytes[i];
      signs |= bytes[i];
    }
    if (signs < 0) {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String known = texts[place];
    if (known == null || !holds(known, length)) {
      known = new String(bytes, 0, length, StandardCharsets.US_ASCII);
      texts[place] = known;
    }
    return known;
  }

  private boolean holds(String text, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Writes a text of ASCII, at most {@link #LONGEST}, with its length; false if it is none. */
  boolean write(String text, DataOutputView out) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return false;
      }
      bytes[i] = (byte) c;
    }
    Fields.writeCount(length, out);
    out.write(bytes, 0, length);
    return true;
  }
}
