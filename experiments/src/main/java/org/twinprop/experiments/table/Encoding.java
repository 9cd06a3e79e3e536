package org.twinprop.experiments.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a text file by its byte-order mark, or in a given encoding. */
final class Encoding {
  private static final int LONGEST_MARK = 3;

  private Encoding() {}

  /**
   * @param otherwise the encoding of a file without a mark
   * @return a reader that fails with a {@link java.nio.charset.CharacterCodingException} at what is
   *     not in the encoding
   */
  static Reader open(Path file, Charset otherwise) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), LONGEST_MARK);
    byte[] start = in.readNBytes(LONGEST_MARK);
    int mark = markLength(start);
    in.unread(start, mark, start.length - mark);
    return new InputStreamReader(
        in,
        (mark == 0 ? otherwise : marked(start))
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static int markLength(byte[] start) {
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE) ? 2 : 0;
  }

  private static Charset marked(byte[] start) {
    if (startsWith(start, 0xEF)) {
      return StandardCharsets.UTF_8;
    }
    return startsWith(start, 0xFE) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
