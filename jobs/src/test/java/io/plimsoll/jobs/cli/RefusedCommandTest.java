package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it prints and gives back is tried on a broker by RefusedITCase. */
class RefusedCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--resubmit --json | --resubmit goes with neither --json nor --follow",
        "--resubmit --follow | --resubmit goes with neither --json nor --follow",
        "--yes | --yes is of use with --resubmit only",
        "--reason SPITE | Invalid value for option '--reason' (REASON): expected one of",
        "--since tomorrow | Invalid value for option '--since': \"tomorrow\" is no timestamp",
        "--topic refused --bootstrap-servers localhost:9 | --topic refused: allowed is one of",
        "--json | plimsoll.kafka.bootstrap-servers: is missing",
        "-D plimsoll.kafka.start-timeout=1s --bootstrap-servers localhost:9 | localhost:9: no"
            + " broker",
      })
  void whatIsNotAllowedIsToldInOneLine(String arguments, String start) {
    CommandLineRun run = CommandLineRun.of(("refused " + arguments).split(" "));
    assertThat(run.code()).isEqualTo(Plimsoll.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll refused: " + start);
  }
}
