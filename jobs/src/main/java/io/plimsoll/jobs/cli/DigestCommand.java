package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.notify.DigestPartReader;
import io.plimsoll.jobs.alert.notify.NoticeText;
import io.plimsoll.jobs.kafka.CommittedRecords;
import io.plimsoll.jobs.options.AlertTopics;
import io.plimsoll.jobs.options.TopicSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll digest}. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints all accounts of a digest, who stands worst first: what a page about many accounts has"
          + " no room for.",
      "Reads alert-digests, which the alerts write; docs/alerts.md. Exit code 1 if the topic has not"
          + " all of it any more."
    })
final class DigestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "Of the digest, as the page has it.")
  private String id = "";

  @Mixin private TopicOptions topics = new TopicOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Configuration configuration = topics.configuration();
    TopicSettings settings = TopicSettings.of(configuration);
    String topic = AlertTopics.of(configuration).digests();
    // What was written again after a failure is the same.
    SortedMap<Integer, DigestPart> parts = new TreeMap<>();
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    try (CommittedRecords records =
        new CommittedRecords(
            settings.brokers(),
            topic,
            settings.startTimeout(),
            record -> {
              if (Arrays.equals(key, record.key())) {
                DigestPart part = read(record);
                parts.put(part.number(), part);
              }
            })) {
      records.readToEnd();
    }
    if (parts.isEmpty()) {
      throw new BadArgumentException(
          "there is no digest " + id + " in topic " + topic + "; allowed is the id on a page");
    }
    PrintWriter out = spec.commandLine().getOut();
    DigestPart.worstFirst(parts.values()).forEach(member -> out.println(NoticeText.of(member)));
    out.flush();
    return isWhole(parts) ? 0 : Plimsoll.FAILED;
  }

  /** Says so if it is not: parts that are too old are gone one after the other. */
  private boolean isWhole(SortedMap<Integer, DigestPart> parts) {
    int missing = parts.lastKey() - parts.size();
    if (missing > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "plimsoll digest: " + missing + " of " + parts.lastKey() + " parts are not in the topic");
      err.flush();
    }
    return missing == 0;
  }

  private static DigestPart read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return DigestPartReader.read(record.value());
    } catch (IOException e) {
      throw new BadArgumentException(
          record.topic()
              + '-'
              + record.partition()
              + ", offset "
              + record.offset()
              + ": is no part of a digest: "
              + e.getMessage());
    }
  }
}
