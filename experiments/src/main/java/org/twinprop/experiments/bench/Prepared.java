package org.twinprop.experiments.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what contestants need, removed at the end.
 *
 * @param path of it
 */
record Prepared(Path path) implements AutoCloseable {
  static Prepared create() {
    try {
      Prepared prepared = new Prepared(Files.createTempDirectory("twinprop-bench"));
      Stream.concat(Stream.of(Peer.PROTOCOL), Peer.ALL.stream().map(Peer::script))
          .distinct()
          .forEach(prepared::copy);
      return prepared;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file or folder in it. */
  Path file(String name) {
    return path.resolve(name);
  }

  private void copy(String script) {
    try (InputStream in = Prepared.class.getResourceAsStream(script)) {
      Files.copy(in, file(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
