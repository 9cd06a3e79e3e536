package org.twinprop.data.download;

import java.net.URI;

/** Told how a download goes; every method does nothing unless overridden. */
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = new ProgressListener() {};

  /** A file is there already, with the right content. */
  default void alreadyThere(String file) {}

  /**
   * Called about every 64 KiB.
   *
   * @param file its name
   * @param received bytes so far, those of an earlier attempt included
   * @param total bytes of the file, or -1 if the server does not say
   */
  default void received(String file, long received, long total) {}

  /** A file has arrived whole and its content is right. */
  default void finished(String file) {}

  /**
   * An attempt failed; the same address or the next one is tried.
   *
   * @param reason a phrase for a person
   */
  default void failed(String file, URI address, String reason) {}
}
