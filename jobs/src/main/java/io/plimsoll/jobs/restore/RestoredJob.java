package io.plimsoll.jobs.restore;

import io.plimsoll.jobs.Causes;
import java.util.regex.Pattern;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobInitializationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that goes on from a savepoint, if its configuration names one. */
public final class RestoredJob {

  /** Flink's names of clusters that are not in this process. */
  private static final Pattern ELSEWHERE = Pattern.compile("remote|yarn-.*|kubernetes-.*");

  private RestoredJob() {}

  /**
   * Starts what an environment holds.
   *
   * @throws SavepointException for a savepoint that is none, or is not this job's
   */
  public static JobClient start(StreamExecutionEnvironment env, String name) throws Exception {
    ReadableConfig configuration = env.getConfiguration();
    String place = configuration.get(StateRecoveryOptions.SAVEPOINT_PATH);
    if (place == null) {
      return env.executeAsync(name);
    }
    String target = configuration.getOptional(DeploymentOptions.TARGET).orElse("");
    // A cluster may see what is not seen from here; then it is the one that looks.
    Savepoint.read(place, !ELSEWHERE.matcher(target).matches())
        .ifPresent(
            savepoint ->
                savepoint.checkFits(
                    env.getStreamGraph(false).getJobGraph(),
                    configuration.get(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE)));
    try {
      return env.executeAsync(name);
    } catch (Exception e) {
      if (Causes.find(e, t -> t instanceof JobInitializationException).isEmpty()) {
        throw e;
      }
      throw new SavepointException(
          place,
          "is not taken by the cluster (" + Causes.root(e).getMessage() + "); " + Savepoint.ALLOWED,
          e);
    }
  }
}
