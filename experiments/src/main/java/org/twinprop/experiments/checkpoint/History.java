package org.twinprop.experiments.checkpoint;

import com.fasterxml.jackson.databind.ObjectReader;
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
import java.util.HexFormat;
import java.util.List;
import org.twinprop.data.Sha256;
import org.twinprop.experiments.folder.TextFormats;

/**
 * All that a run measured and checked, a line of JSON each. It only grows, and a checkpoint says
 * how much of it is its own, so that checkpoints do not become larger with every epoch.
 */
final class History implements AutoCloseable {
  private static final ObjectWriter LINE =
      TextFormats.JSON.writer().without(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectReader READER = TextFormats.JSON.readerFor(HistoryEntry.class);

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
    byte[] before = own == 0 ? new byte[0] : start(file, own);
    digest.update(before);
    bytes = own;
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(own);
    channel.position(own);
  }

  void add(HistoryEntry entry) throws IOException {
    byte[] line = (LINE.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    digest.update(line);
    bytes += line.length;
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
   * @param own how many bytes
   * @param checksum of them
   * @throws DamagedException if they are not there, or others
   */
  static List<HistoryEntry> read(Path file, long own, String checksum)
      throws IOException, DamagedException {
    if (own == 0) {
      return List.of();
    }
    if (!Files.isRegularFile(file) || Files.size(file) < own) {
      throw new DamagedException("%s is cut off".formatted(file.getFileName()));
    }
    byte[] start = start(file, own);
    if (!Sha256.of(new ByteArrayInputStream(start)).equals(checksum)) {
      throw new DamagedException("the checksum of %s does not fit".formatted(file.getFileName()));
    }
    List<HistoryEntry> entries = new ArrayList<>();
    for (String line : new String(start, StandardCharsets.UTF_8).split("\n")) {
      entries.add(READER.readValue(line));
    }
    return entries;
  }

  private static byte[] start(Path file, long own) throws IOException {
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
