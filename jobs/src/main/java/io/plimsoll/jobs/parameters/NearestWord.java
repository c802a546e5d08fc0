package io.plimsoll.jobs.parameters;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant: the word the fewest changed letters away, case aside. */
final class NearestWord {

  private NearestWord() {}

  /** The nearest word, unless it is so far away that it would mislead. */
  static Optional<String> to(String word, Collection<String> words) {
    String nearest = "";
    // Half the letters wrong is another word.
    int fewest = word.length() / 2 + 1;
    for (String candidate : words) {
      int changes = changes(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (changes < fewest) {
        nearest = candidate;
        fewest = changes;
      }
    }
    return Optional.of(nearest).filter(found -> !found.isEmpty());
  }

  /** Levenshtein's distance: letters inserted, dropped or replaced. */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
