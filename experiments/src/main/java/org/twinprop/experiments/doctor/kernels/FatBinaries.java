package org.twinprop.experiments.doctor.kernels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.BadInput;

/** Every module of kernels in a library, in the order of the file. */
final class FatBinaries {
  private static final int WINDOW = 1 << 24;
  private static final int MAGIC_BYTES = Integer.BYTES;

  private FatBinaries() {}

  /** Finds them; the file is read once. */
  static List<FatBinary> in(FileChannel file) throws IOException {
    List<FatBinary> found = new ArrayList<>();
    long size = file.size();
    long place = 0;
    while (place + MAGIC_BYTES <= size) {
      ByteBuffer window = FatBinary.read(file, place, WINDOW);
      int magic = indexOfMagic(window);
      if (magic < 0) {
        place += window.remaining() - MAGIC_BYTES + 1;
        continue;
      }
      Optional<FatBinary> one = FatBinary.at(file, place + magic, size);
      one.ifPresent(found::add);
      place = one.map(FatBinary::end).orElse(place + magic + MAGIC_BYTES);
    }
    return found;
  }

  private static int indexOfMagic(ByteBuffer window) {
    for (int i = 0; i + MAGIC_BYTES <= window.limit(); i++) {
      if (window.get(i) == (byte) FatBinary.MAGIC && window.getInt(i) == FatBinary.MAGIC) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Puts compiled modules where those with all kinds of code were, and zeros after them. They begin
   * where they began, so that no pointer in the library changes.
   *
   * @param library is changed
   * @param modules of it
   * @param compiled a file for each
   * @throws BadInput if one is larger than what it replaces
   */
  static void replace(Path library, List<FatBinary> modules, List<Path> compiled)
      throws IOException {
    try (FileChannel file = FileChannel.open(library, StandardOpenOption.WRITE)) {
      for (int i = 0; i < modules.size(); i++) {
        FatBinary module = modules.get(i);
        byte[] code = Files.readAllBytes(compiled.get(i));
        int room = Math.toIntExact(module.end() - module.start());
        if (code.length > room) {
          throw new BadInput(
              "compiled module %d has %,d bytes, but there is room for %,d: take another CUDA toolkit"
                  .formatted(i, code.length, room));
        }
        ByteBuffer bytes = ByteBuffer.allocate(room).put(code).rewind();
        while (bytes.hasRemaining()) {
          file.write(bytes, module.start() + bytes.position());
        }
      }
    }
  }
}
