package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.RowPosition;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The whole directory, and how far it was read.
 *
 * @param positions by file name; a file without one starts at its start
 */
record DirectorySplit(Map<String, RowPosition> positions) implements SourceSplit {

  private static final String ID = "directory";

  static final DirectorySplit START = new DirectorySplit(Map.of());

  DirectorySplit {
    positions = Map.copyOf(positions);
  }

  @Override
  public String splitId() {
    return ID;
  }
}
