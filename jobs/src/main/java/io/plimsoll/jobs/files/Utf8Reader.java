package io.plimsoll.jobs.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8 that hands out everything before a fault before it reports the fault, so that the
 * last good line is known; {@link java.io.InputStreamReader} drops what it had decoded. A byte
 * order mark at the start is passed over.
 */
final class Utf8Reader extends Reader {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int NONE = -1;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private boolean ended;
  private boolean started;

  /** The second half of a pair of which only the first had room, or {@link #NONE}. */
  private int pending = NONE;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (pending != NONE) {
      target[offset] = (char) pending;
      pending = NONE;
      return 1;
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (chars.position() > 0 && skipMark(target, offset, chars)) {
        return chars.position();
      }
      if (result.isError()) {
        result.throwException();
      }
      if (result.isOverflow() && chars.position() == 0) {
        target[offset] = splitPair();
        return 1;
      }
      if (result.isUnderflow()) {
        if (ended) {
          return -1;
        }
        fill();
      }
    }
  }

  /** Room for one char is none for a pair; without this the reader would never come back. */
  private char splitPair() {
    CharBuffer pair = CharBuffer.allocate(2);
    decoder.decode(bytes, pair, ended);
    pending = pair.get(1);
    return pair.get(0);
  }

  /** Takes a byte order mark off the start; false if nothing else was read. */
  private boolean skipMark(char[] target, int offset, CharBuffer chars) {
    if (!started) {
      started = true;
      if (target[offset] == BYTE_ORDER_MARK) {
        int rest = chars.position() - 1;
        System.arraycopy(target, offset + 1, target, offset, rest);
        chars.position(rest);
        return rest > 0;
      }
    }
    return true;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
