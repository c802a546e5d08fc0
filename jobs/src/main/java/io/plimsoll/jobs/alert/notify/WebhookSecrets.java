package io.plimsoll.jobs.alert.notify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The secrets of a webhook: a file with one, or while they change two, each on a line of its own as
 * Standard Webhooks writes them, {@code whsec_} and the Base64 of 24 to 64 bytes.
 */
final class WebhookSecrets {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int MOST = 2;

  private WebhookSecrets() {}

  /**
   * The keys, as the file has them now.
   *
   * @throws NotifierException for a file that cannot be read or holds something else
   */
  static List<byte[]> read(String file) {
    List<byte[]> keys = new ArrayList<>();
    int number = 0;
    for (String line : SecretFile.lines(file)) {
      number++;
      if (!line.isEmpty()) {
        keys.add(key(file + ":" + number, line));
      }
    }
    if (keys.isEmpty() || keys.size() > MOST) {
      throw new NotifierException(file + ": " + keys.size() + " secrets; allowed are one or two");
    }
    return keys;
  }

  private static byte[] key(String place, String text) {
    if (text.startsWith(PREFIX)) {
      try {
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (key.length >= SHORTEST && key.length <= LONGEST) {
          return key;
        }
      } catch (IllegalArgumentException e) {
        // Not what it says: it quotes the text.
      }
    }
    throw new NotifierException(
        place + ": is no secret; allowed is whsec_ and the Base64 of 24 to 64 bytes");
  }
}
