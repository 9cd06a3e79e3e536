package org.twinprop.data.numpy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.BadInput;

/**
 * Reads the arrays of an open archive. All headers are read and checked before the first element,
 * so that memory is taken only for what is there and fits.
 */
final class ArchiveReader {
  private static final String EXTENSION = ".npy";

  private final Path file;
  private final ZipFile zip;
  private final ArchiveLimits limits;
  private final boolean strict;
  private final Map<String, BadInput> refused = new LinkedHashMap<>();

  /**
   * @param strict whether one array that cannot be read stops all
   */
  ArchiveReader(Path file, ZipFile zip, ArchiveLimits limits, boolean strict) {
    this.file = file;
    this.zip = zip;
    this.limits = limits;
    this.strict = strict;
  }

  /**
   * Reads every array, in the order of the archive's directory.
   *
   * @throws BadInput if strict and an entry is not an array of numbers; if one is damaged or does
   *     not fit in memory
   * @throws IOException if the disk fails
   */
  ArchiveContents read() throws IOException {
    Map<ArchivedArray, NpyHeader> headers = headers();
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    try {
      for (Map.Entry<ArchivedArray, NpyHeader> array : headers.entrySet()) {
        arrays.put(array.getKey().place().array(), array.getKey().elements(array.getValue()));
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      arrays.values().forEach(INDArray::close);
      throw e;
    }
    return new ArchiveContents(arrays, refused, halves(headers));
  }

  private static Set<String> halves(Map<ArchivedArray, NpyHeader> headers) {
    return headers.entrySet().stream()
        .filter(array -> array.getValue().type() == NpyType.FLOAT16)
        .map(array -> array.getKey().place().array())
        .collect(Collectors.toSet());
  }

  private Map<ArchivedArray, NpyHeader> headers() throws IOException {
    Map<ArchivedArray, NpyHeader> headers = new LinkedHashMap<>();
    for (ArchivedArray array : entries().values()) {
      limits.admitCompressed(array.place(), array.entry());
      try {
        headers.put(array, array.header());
      } catch (BadInput e) {
        if (strict) {
          throw e;
        }
        refused.put(array.place().array(), e);
        continue;
      }
      limits.admitElements(array.place(), headers.get(array));
    }
    return headers;
  }

  private Map<String, ArchivedArray> entries() {
    Map<String, ArchivedArray> entries = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      ArrayPlace place = new ArrayPlace(file, arrayName(entry));
      if (entries.putIfAbsent(place.array(), new ArchivedArray(place, zip, entry)) != null) {
        throw place.bad("is there twice; write the archive again with one array of each name");
      }
    }
    return entries;
  }

  private String arrayName(ZipEntry entry) {
    String name = entry.getName();
    if (!name.endsWith(EXTENSION)) {
      throw new BadInput(
          file
              + ": holds '"
              + ArrayPlace.quote(name)
              + "', which is no .npy array; save arrays alone, np.savez does");
    }
    return name.substring(0, name.length() - EXTENSION.length());
  }
}
