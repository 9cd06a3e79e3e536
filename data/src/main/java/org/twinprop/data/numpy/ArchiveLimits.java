package org.twinprop.data.numpy;

import java.util.zip.ZipEntry;
import org.bytedeco.javacpp.Pointer;

/**
 * What an archive may claim, before any memory is taken: no more compressed bytes than the file
 * has, no more bytes than those can hold, and no more elements than memory is set aside for. Sums
 * run over the whole archive, so that many entries cannot share the same bytes.
 */
final class ArchiveLimits {
  /** Deflate codes at best 258 bytes in 2 bits (RFC 1951, 3.2.5), plus a block's overhead. */
  private static final long DEFLATE_RATIO = 1032;

  private static final long DEFLATE_OVERHEAD = 1024;

  private final long memory;
  private long compressedLeft;
  private long memoryTaken;

  /**
   * @param fileBytes the size of the archive
   * @param memory the bytes that its arrays may take together
   */
  ArchiveLimits(long fileBytes, long memory) {
    this.compressedLeft = fileBytes;
    this.memory = memory;
  }

  /** The limits for an archive of the given size on this machine. */
  static ArchiveLimits ofThisMachine(long fileBytes) {
    // JavaCPP's limit for arrays off the heap; 0 means none. Elements pass through the heap.
    long offHeap = Pointer.maxBytes() > 0 ? Pointer.maxBytes() : Long.MAX_VALUE;
    return new ArchiveLimits(fileBytes, Math.min(offHeap, Runtime.getRuntime().maxMemory()));
  }

  /**
   * Admits an entry for what the archive's directory says of it.
   *
   * @throws org.twinprop.data.BadInput if it claims more bytes than there can be
   */
  void admitCompressed(ArrayPlace place, ZipEntry entry) {
    long compressed = entry.getCompressedSize();
    boolean there = compressed >= 0 && compressed <= compressedLeft;
    if (!there || entry.getSize() > mostBytes(entry)) {
      throw place.bad(
          "claims %,d bytes in %,d compressed ones, more than the file can hold; save it again"
              .formatted(entry.getSize(), compressed));
    }
    compressedLeft -= compressed;
  }

  private static long mostBytes(ZipEntry entry) {
    long compressed = entry.getCompressedSize();
    boolean stored = entry.getMethod() == ZipEntry.STORED;
    return stored ? compressed : compressed * DEFLATE_RATIO + DEFLATE_OVERHEAD;
  }

  /**
   * Admits the elements that a header promises; its bytes are known to be there.
   *
   * @throws org.twinprop.data.BadInput if they need more memory than there is
   */
  void admitElements(ArrayPlace place, NpyHeader header) {
    // At most as many bytes as the file's, times the widening of small types: no overflow.
    memoryTaken += header.length() * header.type().target().width();
    if (memoryTaken > memory || header.length() > Integer.MAX_VALUE - 8) {
      throw place.bad(
          "of shape %s brings the archive to %,d bytes; there is room for %,d: raise it with -Xmx"
              .formatted(header.shapeText(), memoryTaken, memory));
    }
  }
}
