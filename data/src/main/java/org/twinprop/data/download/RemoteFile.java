package org.twinprop.data.download;

import java.net.URI;
import java.util.List;

/**
 * A public file.
 *
 * @param name to store it under
 * @param contentSha256 of the unpacked content: mirrors pack the same content in different ways
 * @param addresses to try in this order; at least one
 */
record RemoteFile(String name, String contentSha256, List<URI> addresses) {
  RemoteFile {
    addresses = List.copyOf(addresses);
  }

  static RemoteFile of(String name, String contentSha256, List<String> mirrors) {
    return new RemoteFile(
        name, contentSha256, mirrors.stream().map(mirror -> URI.create(mirror + name)).toList());
  }
}
