package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.micro.QuietTickBenchmark;
import io.plimsoll.benchmarks.report.Conditions;
import io.plimsoll.benchmarks.report.MicroReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A tick that fires nobody, by JMH.
 *
 * @param size of a smoke test: in this JVM, for moments
 */
record MicroPart(Size size) implements Part {

  private static final String ACCOUNTS = "accounts";
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final TimeValue MOMENT = TimeValue.milliseconds(10);

  @Override
  public boolean run(Results results) throws Exception {
    results.progress("JMH: " + QuietTickBenchmark.class.getSimpleName());
    List<MicroReport> reports = new ArrayList<>();
    for (RunResult result : new Runner(options().build()).run()) {
      MicroReport report = report(result);
      reports.add(report);
      results.object(PartName.MICRO, report);
    }
    results.table(PartName.MICRO, MicroReport.lines(reports));
    return true;
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(QuietTickBenchmark.class.getSimpleName())
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    if (!size.isWhole()) {
      options
          .param(ACCOUNTS, String.valueOf(size.count(1_000_000)))
          .forks(0)
          .warmupIterations(1)
          .warmupTime(MOMENT)
          .measurementIterations(1)
          .measurementTime(MOMENT);
    }
    return options;
  }

  private static MicroReport report(RunResult result) {
    BenchmarkParams parameters = result.getParams();
    Result<?> time = result.getPrimaryResult();
    double error = time.getScoreError();
    return new MicroReport(
        parameters.getBenchmark(),
        Long.parseLong(parameters.getParam(ACCOUNTS)),
        time.getScore(),
        Double.isNaN(error) ? null : error,
        result.getSecondaryResults().get(ALLOCATED).getScore(),
        Conditions.here(
            String.join(" ", parameters.getJvmArgs()),
            Runtime.getRuntime().maxMemory(),
            Map.of("forks", parameters.getForks())));
  }
}
