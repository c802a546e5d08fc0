package io.plimsoll.jobs.alert.notify;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers of Standard Webhooks 1: who gets them can tell that the body is ours and new. */
final class StandardWebhook {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";

  private StandardWebhook() {}

  /**
   * Signs a request.
   *
   * @param id the same for every attempt
   * @param now time of this attempt, epoch milliseconds
   * @param keys one signature is made by each
   */
  static HttpRequest.Builder sign(
      HttpRequest.Builder request, String id, long now, String body, List<byte[]> keys) {
    long seconds = TimeUnit.MILLISECONDS.toSeconds(now);
    String signed = id + '.' + seconds + '.' + body;
    return request
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(seconds))
        .header(
            "webhook-signature",
            keys.stream().map(key -> signature(signed, key)).collect(Collectors.joining(" ")));
  }

  static String signature(String signed, byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return VERSION + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
