package io.plimsoll.jobs.alert;

/** What is new of an episode for whoever was told of it before. */
public enum Change {
  /** It is told for the first time, or goes on at the level told. */
  FIRING,
  /** The account fell to a worse level. */
  ESCALATED,
  /** The account rose to a better level that is still told. */
  EASED,
  /** The account has recovered. */
  RESOLVED
}
