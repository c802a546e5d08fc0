package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.kafka.InputLookup;
import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.refused.RefusedChoice;
import io.plimsoll.jobs.refused.RefusedJson;
import io.plimsoll.jobs.refused.RefusedSentence;
import io.plimsoll.jobs.refused.Resubmission;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.common.acl.AclOperation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll refused}. */
@Command(
    name = "refused",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints what a monitor has refused so far, or gives it back to its topics.",
      "In the order in which the topic is read. Where a refusal has not all bytes of its record,"
          + " they are read from the input topic, as long as it has them. docs/live.md has more."
    })
final class RefusedCommand implements Callable<Integer> {

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only for this reason: ${COMPLETION-CANDIDATES}. May be repeated.")
  private Set<RefusalReason> reasons = Set.of();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only from this input topic. May be repeated.")
  private Set<String> topicsChosen = Set.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Only refused at this time or later, by the clock of the brokers.")
  private long since = Long.MIN_VALUE;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Only refused before this time.")
  private long until = Long.MAX_VALUE;

  @Option(names = "--json", description = "As lines of JSON, keys and values in Base64.")
  private boolean json;

  @Option(names = "--follow", description = "Goes on with those to come, until it is stopped.")
  private boolean follow;

  @Option(
      names = "--resubmit",
      description = {
        "Says how many of them would be written back into their partitions, byte for byte; with"
            + " --yes writes them."
      })
  private boolean resubmit;

  @Option(names = "--yes", description = "With --resubmit: writes, after somebody has looked.")
  private boolean yes;

  @Mixin private TopicOptions topics = new TopicOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (resubmit && (json || follow)) {
      throw new BadArgumentException("--resubmit goes with neither --json nor --follow");
    }
    if (yes && !resubmit) {
      throw new BadArgumentException("--yes is of use with --resubmit only");
    }
    TopicSettings settings = TopicSettings.of(topics.configuration());
    for (String topic : topicsChosen) {
      if (!settings.inputs().names().contains(topic)) {
        throw new BadArgumentException(
            "--topic " + topic + ": allowed is one of " + settings.inputs().names());
      }
    }
    try (InputLookup lookup =
        new InputLookup(settings.brokers(), settings.inputs(), settings.startTimeout())) {
      if (resubmit) {
        resubmit(settings, lookup);
      } else {
        print(settings, lookup);
      }
    }
    return 0;
  }

  private void print(TopicSettings settings, InputLookup lookup) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Consumer<RefusedInput> print =
        json
            ? new PrintedJson<RefusedInput>(out, RefusedJson::write)
            : refused -> out.println(RefusedSentence.of(refused));
    try (OutputReader<RefusedInput> reader =
        reader(settings, refused -> print.accept(lookup.complete(refused)))) {
      if (follow) {
        // Nobody reads on: the pipe behind is closed. Asking also hands on what was printed.
        reader.follow(() -> !out.checkError());
      } else {
        reader.readToEnd();
        out.flush();
      }
    }
  }

  private void resubmit(TopicSettings settings, InputLookup lookup) {
    PrintWriter out = spec.commandLine().getOut();
    try (RecordWriter writer =
        new RecordWriter(
            settings.brokers(),
            settings.inputs(),
            settings
                .brokers()
                .partitions(settings.inputs().names(), AclOperation.WRITE, settings.startTimeout()),
            settings.format())) {
      Resubmission given = new Resubmission(lookup::knows, yes ? writer::resubmit : refused -> {});
      try (OutputReader<RefusedInput> reader =
          reader(settings, refused -> given.take(lookup.complete(refused)))) {
        reader.readToEnd();
      }
      writer.flush();
      given.lines().forEach(out::println);
      out.println(
          yes
              ? given.given() + " records re-submitted"
              : given.given() + " records to re-submit; nothing is written without --yes");
      out.flush();
    }
  }

  private OutputReader<RefusedInput> reader(
      TopicSettings settings, Consumer<RefusedInput> refused) {
    RefusedChoice choice = new RefusedChoice(reasons, topicsChosen, since, until);
    PrintWriter err = spec.commandLine().getErr();
    return OutputReader.ofRefused(
        settings.brokers(),
        settings.outputs().refused(),
        settings.format(),
        settings.startTimeout(),
        input -> {
          if (choice.test(input)) {
            refused.accept(input);
          }
        },
        line -> {
          err.println("no refusal: " + line);
          err.flush();
        });
  }
}
