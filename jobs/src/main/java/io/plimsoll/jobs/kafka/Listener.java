package io.plimsoll.jobs.kafka;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.utils.Utils;

/**
 * What speaks at an address. A client that speaks otherwise is not told: with TLS against none it
 * waits until its time is over, and without TLS against it it takes the alert for the length of an
 * answer and asks for as much memory.
 */
enum Listener {
  TLS,
  /** Kafka without TLS. */
  PLAIN,
  /** Takes connections, and answers nothing that says what it is. */
  SILENT,
  /** Takes no connections. */
  CLOSED;

  /** Which versions does the broker speak: the one request that needs no identity. */
  private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

  private static final int CORRELATION = 1;
  private static final byte TLS_ALERT = 21;

  /** Asks without TLS, and tells by the answer. */
  static Listener at(String address, Duration timeout) {
    int millis = Math.toIntExact(Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Utils.getHost(address), Utils.getPort(address)), millis);
      socket.setSoTimeout(millis);
      return ask(socket);
    } catch (IOException | RuntimeException e) { // no host, no port, or one that is not known
      return CLOSED;
    }
  }

  private static Listener ask(Socket socket) {
    try {
      socket.getOutputStream().write(API_VERSIONS);
      byte[] start = new byte[2 * Integer.BYTES];
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readFully(start, 0, 1);
      if (start[0] == TLS_ALERT) {
        return TLS;
      }
      in.readFully(start, 1, start.length - 1);
      return ByteBuffer.wrap(start).getInt(Integer.BYTES) == CORRELATION ? PLAIN : SILENT;
    } catch (SocketTimeoutException e) {
      return SILENT;
    } catch (IOException e) { // it closes the connection
      return SILENT;
    }
  }

  /** Whether clients of these properties speak TLS. */
  static boolean isTls(Map<String, String> client) {
    return client
        .getOrDefault(
            CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
            CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL)
        .toUpperCase(Locale.ROOT)
        .contains("SSL");
  }
}
