package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
final class Ports {

  private static final int CONNECT_MS = 200;

  private static final int FIRST = 20_000;

  /** Linux gives from here on; other systems from higher up. */
  private static final int FIRST_OF_THE_SYSTEM = 32_768;

  private static final int ATTEMPTS = 10_000;

  private Ports() {}

  /** Whether nobody listens there, on any address. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Whether somebody answers there, on the loopback. */
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
      return true;
    } catch (IOException silent) {
      return false;
    }
  }

  /**
   * So many different ports that are free now: none of those that the system gives to connections,
   * and to servers that do not mind, or one of the processes might be given that of another.
   */
  static List<Integer> free(int count) {
    Set<Integer> ports = new LinkedHashSet<>();
    for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_THE_SYSTEM);
      if (isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new ClusterException("so many free ports are not to be found: " + count);
    }
    return List.copyOf(ports);
  }
}
