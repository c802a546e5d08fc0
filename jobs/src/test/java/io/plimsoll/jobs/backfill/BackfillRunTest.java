package io.plimsoll.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;

class BackfillRunTest {

  /** A job that ends in the moment in which its progress is asked for. */
  private static final class EndingJob implements JobClient {

    private final CompletableFuture<JobExecutionResult> end = new CompletableFuture<>();

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
      return end;
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
      end.complete(new JobExecutionResult(getJobID(), 1, Map.of()));
      throw new IllegalStateException("MiniCluster is not yet running or has been shut down.");
    }

    @Override
    public JobID getJobID() {
      return new JobID();
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> cancel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(
        boolean advance, String directory, SavepointFormatType format) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<String> triggerSavepoint(
        String directory, SavepointFormatType format) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void aJobThatEndsWhileItsProgressIsAskedForHasEndedWell() throws Exception {
    List<Progress> shown = new ArrayList<>();
    EndingJob job = new EndingJob();

    assertThat(BackfillRun.await(job, System.nanoTime(), shown::add)).isSameAs(job.end.get());
    assertThat(shown).isNotEmpty();
  }
}
