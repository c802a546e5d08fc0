package io.plimsoll.jobs.kafka;

import java.util.Base64;
import java.util.Optional;

/**
 * A record's key and value as they stood in the topic, as one text: so it goes through the pipeline
 * as the {@link io.plimsoll.jobs.market.Origin#record record} of its row, and whatever refuses the
 * row hands on its bytes.
 *
 * @param key its bytes, or none
 * @param value its bytes, or none
 */
record RawRecord(Optional<byte[]> key, Optional<byte[]> value) {

  /** Bytes kept of a key and of a value: what is refused for its size must not choke its topic. */
  static final int KEPT = 1 << 18;

  static final RawRecord NONE = new RawRecord(Optional.empty(), Optional.empty());

  /** Between key and value; no Base64 has it. */
  private static final char BETWEEN = '.';

  private static final String ABSENT = "~";

  /** The text of a key and a value, either of which may be null, cut to what is kept. */
  static String text(byte[] key, byte[] value) {
    return encode(key) + BETWEEN + encode(value);
  }

  /** What a text says; nothing for one that is none of these. */
  static RawRecord parse(String text) {
    int between = text.indexOf(BETWEEN);
    if (between < 0) {
      return NONE;
    }
    try {
      return new RawRecord(decode(text.substring(0, between)), decode(text.substring(between + 1)));
    } catch (IllegalArgumentException noBase64) {
      return NONE;
    }
  }

  private static String encode(byte[] bytes) {
    if (bytes == null) {
      return ABSENT;
    }
    byte[] kept = bytes.length <= KEPT ? bytes : java.util.Arrays.copyOf(bytes, KEPT);
    return Base64.getEncoder().encodeToString(kept);
  }

  private static Optional<byte[]> decode(String text) {
    return text.equals(ABSENT) ? Optional.empty() : Optional.of(Base64.getDecoder().decode(text));
  }
}
