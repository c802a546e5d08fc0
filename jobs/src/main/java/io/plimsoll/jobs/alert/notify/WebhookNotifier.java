package io.plimsoll.jobs.alert.notify;

import io.plimsoll.jobs.alert.Notice;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A webhook of anybody's: a CloudEvent, signed as Standard Webhooks has it. */
final class WebhookNotifier implements Notifier {

  private final NotifierSettings settings;

  WebhookNotifier(NotifierSettings settings) {
    this.settings = settings;
  }

  @Override
  public HttpRequest.Builder request(Notice notice, long now) {
    String body = CloudEvent.of(notice);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url())
            .header("Content-Type", CloudEvent.MEDIA_TYPE)
            .POST(BodyPublishers.ofString(body));
    return StandardWebhook.sign(
        request, notice.id(), now, body, WebhookSecrets.read(settings.secretFile()));
  }
}
