package io.plimsoll.jobs.alert.notify;

import io.plimsoll.jobs.alert.Notice;
import java.net.http.HttpRequest;

/** How a notice is said to one kind of system. Of the same notice always the same, time aside. */
public interface Notifier {

  /**
   * The request that says it.
   *
   * @param notice one that the kind takes
   * @param now time of the request, epoch milliseconds
   * @throws NotifierException when it cannot be said now, in one line without secrets
   */
  HttpRequest.Builder request(Notice notice, long now);
}
