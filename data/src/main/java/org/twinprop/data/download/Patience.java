package org.twinprop.data.download;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param attempts at one address that bring (almost) nothing, before the next address is tried
 * @param pause between attempts
 * @param connect until the connection stands
 * @param silence without a byte
 */
record Patience(int attempts, Duration pause, Duration connect, Duration silence) {
  static final Patience DEFAULT =
      new Patience(3, Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(30));
}
