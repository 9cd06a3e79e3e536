package org.twinprop.experiments.watch;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A page as it is served.
 *
 * @param tag tells it from those before it, in quotes, as HTTP wants an ETag
 * @param bytes of its HTML
 * @param read reaches 0 when somebody has it
 */
record Version(String tag, byte[] bytes, CountDownLatch read) {
  Version(String name, String html) {
    this('"' + name + '"', html.getBytes(StandardCharsets.UTF_8), new CountDownLatch(1));
  }
}
