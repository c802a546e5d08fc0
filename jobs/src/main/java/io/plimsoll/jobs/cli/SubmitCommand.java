package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.OwnJob;
import io.plimsoll.jobs.cluster.RemoteCluster;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll submit}. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Submits a job to a cluster of Flink, and prints its id; as flink run does with"
          + " jobs/target/plimsoll-jobs-flink.jar.",
      "Without --target to the local cluster (./plimsoll up). The options of a job: ./plimsoll submit"
          + " monitor --help."
    })
final class SubmitCommand implements Callable<Integer> {

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      description = "REST address of the cluster. Default: the local one.")
  private Optional<String> target = Optional.empty();

  @Mixin private ClusterOption option = new ClusterOption();

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      description = "Subtasks of each stage. Default: the cluster's.")
  private Optional<Integer> parallelism = Optional.empty();

  @Parameters(
      paramLabel = "JOB …",
      arity = "1..*",
      description = "monitor or alerts, and its options.")
  private List<String> job = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    // Said here already: what is wrong with the options, and what they mean.
    if (helpWasAsked()) {
      return 0;
    }
    String id =
        target.isPresent()
            ? new RemoteCluster(target.orElseThrow(), Installation.ofThisProcess())
                .submit(parallelism, job)
            : submitLocally();
    spec.commandLine().getOut().println(id);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private boolean helpWasAsked() {
    CommandLine jobs = JobMain.commandLine().setOut(spec.commandLine().getOut());
    try {
      return CommandLine.printHelpIfRequested(jobs.parseArgs(job.toArray(String[]::new)));
    } catch (CommandLine.ParameterException e) {
      throw new BadArgumentException(e.getMessage() + "; see plimsoll submit monitor --help");
    }
  }

  private String submitLocally() throws IOException {
    LocalCluster cluster = option.cluster();
    if (!cluster.isRunning()) {
      throw new BadArgumentException(
          "no local cluster runs; ./plimsoll up starts one, --target HOST:PORT names another");
    }
    for (OwnJob own : OwnJob.values()) {
      if (own.command().equals(job.get(0))) {
        return cluster.job(own).submit(parallelism, job);
      }
    }
    throw new IllegalStateException(job.get(0)); // its options were looked at before
  }
}
