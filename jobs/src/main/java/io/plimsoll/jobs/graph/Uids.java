package io.plimsoll.jobs.graph;

/**
 * The uid of every operator. Savepoints find their state by it: a uid, once released, never changes
 * and is never given to anything else.
 */
public final class Uids {

  public static final String FILES = "files";
  public static final String INTAKE = "intake";
  public static final String ASIDES = "asides";
  public static final String GUARD = "guard";
  public static final String VOLATILITY = "volatility";
  public static final String LOAD_FACTOR = "load-factor";
  public static final String ASSET_MOVES = "asset-moves";
  public static final String VENUE_STATUS = "venue-status";
  public static final String MARGIN_WATCH = "margin-watch";
  public static final String MARGIN_EVENTS_FILE = "margin-events-file";
  public static final String BAR_CLOSES = "bar-closes";
  public static final String ASSET_STATES_FILE = "asset-states-file";
  public static final String REFUSED_FILE = "refused-file";
  public static final String TOPICS = "topics";
  public static final String LAST_INSTANT = "last-instant";
  public static final String MARGIN_EVENTS_TOPIC = "margin-events-topic";
  public static final String ASSET_STATES_TOPIC = "asset-states-topic";
  public static final String REFUSED_BY_REASON = "refused-by-reason";
  public static final String REFUSED_TOPIC = "refused-topic";
  public static final String ALERT_CROSSINGS = "alert-crossings";
  public static final String ALERT_ROUTES = "alert-routes";
  public static final String ALERT_EPISODES = "alert-episodes";
  public static final String ALERT_DELIVERY = "alert-delivery";
  public static final String ALERT_RECEIPTS_TOPIC = "alert-receipts-topic";
  public static final String ALERT_DEAD_LETTERS = "alert-dead-letters";
  public static final String ALERT_DEAD_LETTERS_TOPIC = "alert-dead-letters-topic";
  public static final String ALERT_DIGESTS_TOPIC = "alert-digests-topic";

  private Uids() {}
}
