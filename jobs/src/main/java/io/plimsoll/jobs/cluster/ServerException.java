package io.plimsoll.jobs.cluster;

/** A process of the cluster that failed: one line that says which, why, and which log says more. */
public final class ServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerException(String line) {
    super(line.replaceAll("\\s*[\\r\\n]+\\s*", " "));
  }
}
