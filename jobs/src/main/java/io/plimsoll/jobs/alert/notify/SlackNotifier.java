package io.plimsoll.jobs.alert.notify;

import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.jobs.alert.Notice;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * An incoming webhook of Slack, or of whoever takes the same. Whoever knows its URL may write to
 * the channel: the path of the URL is the secret, and stands in a file. It cannot change what it
 * has said, so each change of an episode is a message.
 */
final class SlackNotifier implements Notifier {

  private static final String PATH = "/[0-9A-Za-z/_-]+";

  private final NotifierSettings settings;

  SlackNotifier(NotifierSettings settings) {
    this.settings = settings;
  }

  @Override
  public HttpRequest.Builder request(Notice notice, long now) {
    String path =
        SecretFile.only(
            settings.secretFile(), PATH, "the path of the webhook's URL, /services/… of Slack");
    String text = notice instanceof Alert alert ? text(alert) : text((Digest) notice);
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(
            BodyPublishers.ofString(
                NoticeJson.write(
                    json -> {
                      json.writeStartObject();
                      json.writeStringField("text", escaped(text));
                      // Names are those of accounts: no stars make them bold, no dots a link.
                      json.writeBooleanField("mrkdwn", false);
                      json.writeBooleanField("unfurl_links", false);
                      json.writeBooleanField("unfurl_media", false);
                      json.writeEndObject();
                    })));
  }

  /** An error of a URI quotes it: the form was looked at before. */
  private URI at(String path) {
    String base = settings.url().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  private static String text(Alert alert) {
    return NoticeText.of(alert)
        + " ("
        + alert.route()
        + ")\n"
        + NoticeText.figures(alert.member().crossing());
  }

  private static String text(Digest digest) {
    StringBuilder text =
        new StringBuilder()
            .append(NoticeText.of(digest))
            .append(" (")
            .append(digest.route())
            .append(")");
    for (Member member : digest.worst()) {
      text.append('\n').append(NoticeText.of(member));
    }
    int more = digest.accounts() - digest.worst().size();
    return more <= 0
        ? text.toString()
        : text.append("\nand ")
            .append(more)
            .append(" more; all of them: ")
            .append(NoticeText.list(digest))
            .toString();
  }

  /** What Slack would read as its own: links, mentions. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
