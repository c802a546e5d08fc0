package io.plimsoll.jobs.restore;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;

/**
 * What stands in the metadata of a savepoint or checkpoint.
 *
 * @param place where it is
 * @param operators whose state it has
 */
record Savepoint(String place, Collection<OperatorState> operators) {

  static final String ALLOWED =
      "allowed is the directory of a savepoint, or of a checkpoint, of this job";

  /**
   * Reads the metadata.
   *
   * @param isHere whether a place that is not found is known to be none
   * @return nothing for a place that only others may see
   * @throws SavepointException for what is no savepoint, or not whole
   */
  static Optional<Savepoint> read(String place, boolean isHere) {
    CompletedCheckpointStorageLocation location;
    try {
      location = AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(place);
    } catch (IOException | IllegalArgumentException e) { // the second for no name at all
      if (!isHere) {
        return Optional.empty();
      }
      throw new SavepointException(
          place,
          "is no savepoint: it is not there, or has no "
              + AbstractFsCheckpointStorageAccess.METADATA_FILE_NAME
              + "; "
              + ALLOWED,
          e);
    }
    try (DataInputStream in = new DataInputStream(location.getMetadataHandle().openInputStream())) {
      return Optional.of(
          new Savepoint(
              place,
              Checkpoints.loadCheckpointMetadata(in, Savepoint.class.getClassLoader(), place)
                  .getOperatorStates()));
    } catch (IOException | RuntimeException e) { // what is cut short may look like anything
      throw new SavepointException(
          place,
          "cannot be read: its "
              + AbstractFsCheckpointStorageAccess.METADATA_FILE_NAME
              + " is not whole, or of another version of Flink ("
              + e
              + "); "
              + ALLOWED,
          e);
    }
  }

  /**
   * Compares it with a job, as the JobManager will.
   *
   * @param ignoresUnclaimed whether state that the job has no place for may be lost
   * @throws SavepointException if it is another job's
   */
  void checkFits(JobGraph job, boolean ignoresUnclaimed) {
    Map<OperatorID, JobVertex> places = places(job);
    for (OperatorState state : operators) {
      JobVertex vertex = places.get(state.getOperatorID());
      if (vertex != null) {
        checkKeyGroups(state, vertex.getMaxParallelism());
      }
    }
    List<String> unclaimed =
        operators.stream()
            .filter(state -> !places.containsKey(state.getOperatorID()) && hasState(state))
            .map(Savepoint::name)
            .sorted()
            .toList();
    if (!unclaimed.isEmpty() && !ignoresUnclaimed) {
      throw new SavepointException(
          place,
          "has state that the job has no operator for, of "
              + String.join(", ", unclaimed)
              + "; "
              + ALLOWED
              + ", or "
              + StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE.key()
              + "=true to lose that state");
    }
  }

  private static Map<OperatorID, JobVertex> places(JobGraph job) {
    Map<OperatorID, JobVertex> places = new HashMap<>();
    for (JobVertex vertex : job.getVertices()) {
      for (OperatorIDPair id : vertex.getOperatorIDs()) {
        places.put(id.getGeneratedOperatorID(), vertex);
        id.getUserDefinedOperatorID().ifPresent(told -> places.put(told, vertex));
      }
    }
    return places;
  }

  private void checkKeyGroups(OperatorState state, int keyGroups) {
    if (keyGroups != JobVertex.MAX_PARALLELISM_DEFAULT && keyGroups != state.getMaxParallelism()) {
      throw new SavepointException(
          place,
          "was written with a maximum parallelism of %d (%s), by which its state is cut; allowed is %d"
              .formatted(state.getMaxParallelism(), name(state), keyGroups));
    }
  }

  private static boolean hasState(OperatorState state) {
    return state.getCoordinatorState() != null
        || state.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
  }

  /** As people know it: older savepoints have its number only. */
  private static String name(OperatorState state) {
    return state
        .getOperatorUid()
        .filter(uid -> !uid.isEmpty())
        .or(() -> state.getOperatorName().filter(name -> !name.isEmpty()))
        .orElseGet(() -> state.getOperatorID().toHexString());
  }
}
