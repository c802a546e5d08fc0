package io.plimsoll.jobs.cluster;

/** What a cluster is told that cannot be: one line that says what is allowed. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClusterException(String line) {
    super(line.replaceAll("\\s*[\\r\\n]+\\s*", " "));
  }
}
