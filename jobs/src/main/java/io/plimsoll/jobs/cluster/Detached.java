package io.plimsoll.jobs.cluster;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a process is cut off from the terminal of whoever starts it, so that neither its end nor
 * Ctrl-C ends the process. Both ways put the process in their own place: its id is that of the
 * child.
 */
final class Detached {

  private Detached() {}

  /** What stands before the command: {@code setsid} on Linux, {@code nohup} elsewhere. */
  static List<String> prefix() {
    return onPath("setsid") ? List.of("setsid") : List.of("nohup");
  }

  private static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String directory : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }
}
