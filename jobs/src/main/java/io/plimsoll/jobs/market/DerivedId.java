package io.plimsoll.jobs.market;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that follow from what they name, so that whoever derives one twice gets the same. */
public final class DerivedId {

  /** Bytes of the digest that make an id. */
  private static final int BYTES = 16;

  private DerivedId() {}

  /** The first 16 bytes of SHA-256 over the UTF-8 of a text, in lower-case hexadecimal. */
  public static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
