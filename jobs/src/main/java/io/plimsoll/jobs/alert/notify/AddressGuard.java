package io.plimsoll.jobs.alert.notify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses a notifier may be at: not those that only we reach, or whoever may write a URL
 * into a file of routes could have our network asked.
 */
final class AddressGuard {

  /** IANA's registries of special-purpose addresses, and IPv6 forms that carry one of IPv4. */
  private static final List<Network> PRIVATE =
      List.of(
          Network.of("0.0.0.0", 8),
          Network.of("10.0.0.0", 8),
          Network.of("100.64.0.0", 10),
          Network.of("127.0.0.0", 8),
          Network.of("169.254.0.0", 16),
          Network.of("172.16.0.0", 12),
          Network.of("192.0.0.0", 24),
          Network.of("192.0.2.0", 24),
          Network.of("192.168.0.0", 16),
          Network.of("198.18.0.0", 15),
          Network.of("198.51.100.0", 24),
          Network.of("203.0.113.0", 24),
          Network.of("224.0.0.0", 3),
          Network.of("::", 96),
          Network.of("64:ff9b::", 96),
          Network.of("64:ff9b:1::", 48),
          Network.of("100::", 64),
          Network.of("2001::", 23),
          Network.of("2001:db8::", 32),
          Network.of("2002::", 16),
          Network.of("fc00::", 7),
          Network.of("fe80::", 10),
          Network.of("fec0::", 10),
          Network.of("ff00::", 8));

  private record Network(InetAddress start, int bits) {

    static Network of(String start, int bits) {
      try {
        return new Network(InetAddress.getByName(start), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(start, e);
      }
    }

    boolean holds(byte[] address) {
      byte[] first = start.getAddress();
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private AddressGuard() {}

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    return PRIVATE.stream().anyMatch(network -> network.holds(bytes));
  }

  /**
   * Whether a host has a private address, be it beside others.
   *
   * @throws UnknownHostException when it has no address at all
   */
  static boolean hasPrivate(String host) throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (isPrivate(address)) {
        return true;
      }
    }
    return false;
  }
}
