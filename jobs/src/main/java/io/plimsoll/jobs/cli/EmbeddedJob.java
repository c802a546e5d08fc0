package io.plimsoll.jobs.cli;

import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/** A job that runs in this JVM. */
final class EmbeddedJob {

  private EmbeddedJob() {}

  /** Waits until it ends; throws what it failed of. */
  static JobExecutionResult await(JobClient job) throws Exception {
    try {
      return job.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
