package io.plimsoll.jobs.watch;

import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An account changed its level, or its standing at one, at an instant (risk model §6).
 *
 * @param id the same for the same history, always; see {@link #id}
 * @param account its name, or {@code account/venue} for an ISOLATED account
 * @param instant epoch milliseconds
 * @param from level before
 * @param to level after
 * @param doubts what the judgement could not rely on, sorted
 * @param figures of the account at the instant
 * @param terms what a liquidation would do
 */
public record MarginEvent(
    String id,
    String account,
    long instant,
    Level from,
    Level to,
    List<String> doubts,
    Figures figures,
    LiquidationTerms terms) {

  /** Bytes of the digest that make an id. */
  private static final int ID_BYTES = 16;

  /** The first 16 bytes of SHA-256 over {@code account|instant|to}, in hexadecimal. */
  static String id(String account, long instant, Level to) {
    byte[] text = (account + '|' + instant + '|' + to).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
