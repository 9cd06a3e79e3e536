package org.twinprop.experiments.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.Sha256;
import org.twinprop.data.numpy.AtomicFile;
import org.twinprop.experiments.folder.TextFormats;

/** A JSON file that bears the checksum of its own content, so that damage shows. */
final class SealedJson {
  private static final String CONTENT = "content";
  private static final String CHECKSUM = "sha256";

  /** Far more than any of them needs; read before anything in it is believed. */
  private static final long MOST_BYTES = 16 << 20;

  private SealedJson() {}

  /** What bears the checksum of a content, to be written as JSON. */
  static Map<String, Object> sealed(Object content) throws IOException {
    JsonNode tree = TextFormats.JSON.valueToTree(content);
    Map<String, Object> sealed = new LinkedHashMap<>();
    sealed.put(CHECKSUM, checksum(tree));
    sealed.put(CONTENT, tree);
    return sealed;
  }

  /**
   * The content; empty if its checksum does not fit.
   *
   * @throws JsonProcessingException if it is no JSON, or not of this type
   */
  static <T> Optional<T> opened(byte[] json, Class<T> type) throws IOException {
    // as what we write: of bytes Jackson would guess the encoding, and fail in other ways
    JsonNode tree = TextFormats.JSON.readTree(new String(json, StandardCharsets.UTF_8));
    JsonNode content = tree.path(CONTENT);
    return content.isObject() && tree.path(CHECKSUM).asText().equals(checksum(content))
        ? Optional.of(TextFormats.JSON.treeToValue(content, type))
        : Optional.empty();
  }

  /**
   * Writes the file whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  static void write(Path file, Object content) throws IOException {
    byte[] bytes = TextFormats.JSON.writeValueAsBytes(sealed(content));
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /**
   * @throws DamagedException if the content is not what was written
   * @throws IOException if the file cannot be read
   */
  static <T> T read(Path file, Class<T> type) throws IOException, DamagedException {
    CheckpointFolder.requireFile(file);
    if (Files.size(file) > MOST_BYTES) {
      throw new DamagedException("%s is too large".formatted(file.getFileName()));
    }
    try {
      return opened(Files.readAllBytes(file), type)
          .orElseThrow(
              () ->
                  new DamagedException(
                      "the checksum of %s does not fit".formatted(file.getFileName())));
    } catch (JsonProcessingException e) {
      throw new DamagedException("%s is cut off or changed".formatted(file.getFileName()), e);
    }
  }

  private static String checksum(JsonNode content) throws IOException {
    return Sha256.of(new ByteArrayInputStream(TextFormats.JSON.writeValueAsBytes(content)));
  }
}
