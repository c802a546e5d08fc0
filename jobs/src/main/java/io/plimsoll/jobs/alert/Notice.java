package io.plimsoll.jobs.alert;

/** Something to be told on a route. */
public sealed interface Notice permits Alert, DigestPart, Digest {

  /** Its id: whoever is told twice by the same id has been told once. */
  String id();

  /** The route it is told on. */
  String route();
}
