package io.plimsoll.jobs.alert.notify;

import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.risk.level.Level;
import java.net.URI;

/**
 * What a file says of a notifier. It holds no secrets, only where they are.
 *
 * @param name by which routes name it
 * @param kind what it speaks
 * @param url where; of an Alertmanager and of Slack its base
 * @param secretFile path of what it proves itself by; {@link #NONE} where it does not
 * @param allowPrivate whether it may be at an address that only we reach, and speak without TLS
 * @param rules how it is delivered to
 */
public record NotifierSettings(
    String name, Kind kind, URI url, String secretFile, boolean allowPrivate, DeliveryRules rules) {

  /** There is no such file. */
  public static final String NONE = "";

  /** What a notifier speaks. */
  public enum Kind {
    /** Standard Webhooks with a CloudEvent. Who is told so remembers: nothing is repeated. */
    WEBHOOK {
      @Override
      public boolean takes(Notice notice) {
        return !(notice instanceof Alert alert && alert.repeated());
      }
    },
    /**
     * Alertmanager's API, version 2. It has no use for lists, nor for the end of what never was.
     */
    ALERTMANAGER {
      @Override
      public boolean takes(Notice notice) {
        if (notice instanceof Alert alert) {
          return alert.member().change() != Change.RESOLVED || alert.before() != Level.SAFE;
        }
        return notice instanceof Digest;
      }
    },
    /** PagerDuty's Events API, version 2, which remembers what fires, and has no use for lists. */
    PAGERDUTY {
      @Override
      public boolean takes(Notice notice) {
        return WEBHOOK.takes(notice) && ALERTMANAGER.takes(notice);
      }
    },
    /** An incoming webhook of Slack: people read it, so nothing is repeated, and no list sent. */
    SLACK {
      @Override
      public boolean takes(Notice notice) {
        return PAGERDUTY.takes(notice);
      }
    };

    /** Whether a notice is of use to a notifier of this kind. */
    public abstract boolean takes(Notice notice);
  }
}
