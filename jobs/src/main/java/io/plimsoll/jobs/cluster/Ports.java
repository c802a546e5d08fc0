package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Ports of this machine. */
final class Ports {

  private static final int CONNECT_MS = 200;

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

  /** So many different ports that are free now. */
  static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0);
        held.add(socket); // held until all are chosen, so that none is chosen twice
        ports.add(socket.getLocalPort());
      }
      return ports;
    } catch (IOException e) {
      throw new ClusterException("no free port is left (" + e.getMessage() + ")");
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // free all the same
    }
  }
}
