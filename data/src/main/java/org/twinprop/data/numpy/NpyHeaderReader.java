package org.twinprop.data.numpy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the header of a {@code .npy} array, versions 1.0, 2.0 and 3.0: the magic string, two bytes
 * of version, the header's length (two bytes in version 1, four later, little-endian) and a Python
 * dictionary.
 */
final class NpyHeaderReader {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy itself reads no longer header than 10,000 bytes. */
  private static final int LONGEST_HEADER = 10_000;

  /** ND4J's limit, and NumPy's until 2.0. */
  private static final int MOST_AXES = 32;

  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  private final ArrayPlace place;
  private long bytesRead;

  NpyHeaderReader(ArrayPlace place) {
    this.place = place;
  }

  /** The bytes that the last header took, from the magic string on. */
  long bytesRead() {
    return bytesRead;
  }

  /**
   * Reads one header and leaves the stream at the first element.
   *
   * @throws org.twinprop.data.BadInput if it is no such header or of a type that is not read
   * @throws IOException if the stream fails or ends early
   */
  NpyHeader read(DataInputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw place.bad("does not begin with NumPy's magic string; save it with np.savez");
    }
    int version = in.readUnsignedByte();
    int minor = in.readUnsignedByte();
    if (version < 1 || version > 3 || minor != 0) {
      throw place.bad(
          "has .npy version %d.%d; 1.0, 2.0 and 3.0 are read".formatted(version, minor));
    }
    return parse(text(in, version));
  }

  private String text(DataInputStream in, int version) throws IOException {
    long length =
        version == 1
            ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (length > LONGEST_HEADER) {
      throw place.bad(
          "has a header of %,d bytes; at most %,d are read".formatted(length, LONGEST_HEADER));
    }
    byte[] bytes = new byte[(int) length];
    in.readFully(bytes);
    bytesRead = MAGIC.length + 2 + (version == 1 ? 2 : 4) + length;
    return new String(bytes, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private NpyHeader parse(String text) {
    Map<String, Object> entries = dictionary(text);
    if (!entries.keySet().equals(KEYS)) {
      throw place.bad("has a header whose keys are not descr, fortran_order and shape");
    }
    if (!(entries.get("fortran_order") instanceof Boolean fortranOrder)) {
      throw place.bad("has a header whose fortran_order is neither True nor False");
    }
    String descr = entries.get("descr") instanceof String string ? string : "";
    return new NpyHeader(type(descr), order(descr), fortranOrder, shape(entries.get("shape")));
  }

  private Map<String, Object> dictionary(String text) {
    try {
      return HeaderDictionary.parse(text);
    } catch (HeaderDictionary.Malformed malformed) {
      throw place.bad("has a header that " + malformed.getMessage(), malformed);
    }
  }

  private NpyType type(String descr) {
    if (descr.endsWith("O")) {
      throw place.bad(
          "holds pickled Python objects, which are never unpickled; save an array of numbers");
    }
    return NpyType.of(descr.isEmpty() ? "" : descr.substring(1))
        .filter(type -> "<>".indexOf(descr.charAt(0)) >= 0 || type.bytes() == 1)
        .orElseThrow(
            () ->
                place.bad(
                    "has the type '%s'; save it as %s"
                        .formatted(
                            ArrayPlace.quote(descr), isExtended(descr) ? "float64" : "float32")));
  }

  /** Numbers of more than 64 bits: C's long double. */
  private static boolean isExtended(String descr) {
    return descr.endsWith("f12") || descr.endsWith("f16");
  }

  private static ByteOrder order(String descr) {
    return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private List<Long> shape(Object value) {
    if (!(value instanceof List<?> sizes)) {
      throw place.bad("has a header whose shape is no tuple of whole numbers");
    }
    if (sizes.size() > MOST_AXES) {
      throw place.bad("has %d axes; at most %d are read".formatted(sizes.size(), MOST_AXES));
    }
    return sizes.stream().map(Long.class::cast).toList();
  }
}
