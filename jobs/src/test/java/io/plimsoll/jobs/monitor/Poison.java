package io.plimsoll.jobs.monitor;

import java.util.Arrays;
import java.util.Random;

/** Values that no reader of a topic can make anything of. */
final class Poison {

  static final int KINDS = 6;

  private Poison() {}

  /** One of them, made from a good value. */
  static byte[] of(int kind, byte[] good, Random dice, int maxBytes) {
    switch (kind) {
      case 0: // nothing
        return null;
      case 1: // noise
        byte[] noise = new byte[40];
        dice.nextBytes(noise);
        return noise;
      case 2: // cut off
        return Arrays.copyOf(good, good.length - 3);
      case 3: // a schema that nobody knows
        byte[] unknown = good.clone();
        unknown[5] ^= 0x55;
        return unknown;
      case 4: // more than anybody wants
        return Arrays.copyOf(good, maxBytes + 1);
      default: // noise behind a good header
        byte[] body = good.clone();
        for (int i = 10; i < body.length; i++) {
          body[i] = (byte) (dice.nextInt() | 0x80);
        }
        return body;
    }
  }
}
