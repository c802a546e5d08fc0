package io.plimsoll.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a figure depends on; without it the figure means nothing.
 *
 * @param jvm name and version of the virtual machine
 * @param javaVersion of the runtime
 * @param jvmOptions given to the process that was measured
 * @param cpus of the machine
 * @param maxHeap of the process that was measured, bytes
 * @param os name, version and architecture
 * @param date of the run
 * @param own of this kind of measurement, beside the machine's, in order; null for what was left
 *     out
 */
public record Conditions(
    String jvm,
    String javaVersion,
    String jvmOptions,
    int cpus,
    long maxHeap,
    String os,
    String date,
    @JsonAnyGetter Map<String, Object> own) {

  public Conditions {
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /** On this machine, now. */
  public static Conditions here(String jvmOptions, long maxHeap, Map<String, Object> own) {
    return new Conditions(
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("java.version"),
        jvmOptions,
        Runtime.getRuntime().availableProcessors(),
        maxHeap,
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        own);
  }

  /** All in one line. */
  public String line() {
    String mine =
        own.entrySet().stream()
            .filter(condition -> Objects.nonNull(condition.getValue()))
            .map(condition -> condition.getKey() + " " + condition.getValue())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s, Java %s, %d CPUs, heap of at most %,d MB, %s; %s; %s",
        jvm,
        javaVersion,
        cpus,
        maxHeap >> 20,
        os,
        mine,
        date);
  }
}
