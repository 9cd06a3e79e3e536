package org.twinprop.experiments.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.Sha256;
import org.twinprop.experiments.folder.TextFormats;

/**
 * All that a run measured and checked, a line of JSON each. It only grows, and a checkpoint says
 * how much of it is its own, so that checkpoints do not become larger with every epoch. Each line
 * bears its own checksum: where one is damaged, the others can still be told from it.
 */
final class History implements AutoCloseable {
  private static final ObjectWriter LINE =
      TextFormats.JSON.writer().without(SerializationFeature.INDENT_OUTPUT);

  private final FileChannel channel;
  private final MessageDigest digest;
  private long bytes;

  /**
   * @param file is cut off after the part that is gone on from, or made
   * @param own how much of it that is
   * @throws IOException if it cannot be written
   */
  History(Path file, long own) throws IOException {
    digest = sha256();
    byte[] before = own == 0 ? new byte[0] : startOf(file, own);
    digest.update(before);
    bytes = before.length;
    if (!Files.isRegularFile(file)) {
      Files.deleteIfExists(file);
    }
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.truncate(bytes);
      channel.position(bytes);
      // of a line that was cut off, the next must not become a part
      byte[] missing = new byte[Math.toIntExact(own - bytes)];
      Arrays.fill(missing, (byte) '\n');
      append(missing);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  void add(HistoryEntry entry) throws IOException {
    byte[] line =
        (LINE.writeValueAsString(SealedJson.sealed(entry)) + "\n").getBytes(StandardCharsets.UTF_8);
    append(line);
  }

  private void append(byte[] more) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(more);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    digest.update(more);
    bytes += more.length;
  }

  /** Forces it to disk. */
  void force() throws IOException {
    channel.force(true);
  }

  long bytes() {
    return bytes;
  }

  /** Of all there is. */
  String checksum() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  /**
   * What the first part of a history says.
   *
   * @param entries that are as they were written
   * @param lost how many are not
   * @param whole whether that is the part that belongs to the checkpoint, to the last bit
   */
  record Told(List<HistoryEntry> entries, int lost, boolean whole) {}

  /**
   * Reads the first part of a history.
   *
   * @param own how many bytes
   * @param checksum of them
   */
  static Told read(Path file, long own, String checksum) throws IOException {
    if (own == 0) {
      return new Told(List.of(), 0, true);
    }
    byte[] start = startOf(file, own);
    List<HistoryEntry> entries = new ArrayList<>();
    int lost = 0;
    for (String line : new String(start, StandardCharsets.UTF_8).split("\n+")) {
      Optional<HistoryEntry> entry = entry(line);
      entry.ifPresent(entries::add);
      lost += entry.isEmpty() ? 1 : 0;
    }
    boolean whole = Sha256.of(new ByteArrayInputStream(start)).equals(checksum);
    return new Told(entries, lost, whole);
  }

  private static Optional<HistoryEntry> entry(String line) throws IOException {
    try {
      return SealedJson.opened(line.getBytes(StandardCharsets.UTF_8), HistoryEntry.class);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Nothing where there is no such file. */
  private static byte[] startOf(Path file, long own) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Math.toIntExact(own));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
