package io.plimsoll.jobs.refused;

import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.readback.Figures;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A refused record as one line for people. */
public final class RefusedSentence {

  /** Bytes shown of a key or a value: its kind shows in its first ones, and a line is a line. */
  private static final int SHOWN = 48;

  private RefusedSentence() {}

  /** When it was refused, where it stood, why, and what it was. */
  public static String of(RefusedInput refused) {
    StringBuilder line =
        new StringBuilder(200)
            .append(Figures.time(refused.refusedAt()))
            .append("  ")
            .append(refused.stood())
            .append("  ")
            .append(refused.reason())
            .append("  ")
            .append(refused.detail())
            .append("  key ")
            .append(shown(refused.key()))
            .append("  value ")
            .append(shown(refused.value()));
    refused
        .resubmission()
        .ifPresent(place -> line.append("  re-submitted, refused before as ").append(place));
    return line.toString();
  }

  /** Text as it is, anything else in hexadecimal digits; the start of what is long. */
  private static String shown(Optional<byte[]> bytes) {
    if (bytes.isEmpty()) {
      return "-";
    }
    byte[] all = bytes.orElseThrow();
    String whole = text(all);
    if (!whole.isEmpty() && all.length <= SHOWN) {
      return '"' + whole + '"';
    }
    byte[] start = Arrays.copyOf(all, Math.min(all.length, SHOWN));
    String shown =
        whole.isEmpty()
            ? HexFormat.of().formatHex(start)
            : '"' + whole.substring(0, Math.min(whole.length(), SHOWN)) + '"';
    return all.length <= SHOWN ? shown : shown + "… (" + all.length + " bytes)";
  }

  /** The text that some bytes are, or the empty one if they are none that a line can show. */
  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.codePoints().anyMatch(Character::isISOControl) ? "" : text;
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
