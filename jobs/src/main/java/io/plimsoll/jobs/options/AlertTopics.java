package io.plimsoll.jobs.options;

import static io.plimsoll.jobs.options.OptionValues.required;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/**
 * The topics that the alerts write.
 *
 * @param receipts of what became of every delivery
 * @param deadLetters of what has not arrived
 * @param digests of the lists of digests, in parts
 */
public record AlertTopics(String receipts, String deadLetters, String digests) {

  /**
   * Reads them.
   *
   * @throws OptionException for one without a name
   */
  public static AlertTopics of(Configuration configuration) {
    return new AlertTopics(
        required(configuration, AlertOptions.RECEIPTS),
        required(configuration, AlertOptions.DEAD_LETTERS),
        required(configuration, AlertOptions.DIGESTS));
  }

  /** All of them. */
  public List<String> names() {
    return List.of(receipts, deadLetters, digests);
  }

  /** Their names by those that a file of definitions has for them, in one order always. */
  Map<String, String> defined() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(AlertOptions.RECEIPTS.defaultValue(), receipts);
    names.put(AlertOptions.DEAD_LETTERS.defaultValue(), deadLetters);
    names.put(AlertOptions.DIGESTS.defaultValue(), digests);
    return names;
  }
}
