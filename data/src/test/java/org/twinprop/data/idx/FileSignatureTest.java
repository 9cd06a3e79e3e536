package org.twinprop.data.idx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSignatureTest {
  @ParameterizedTest
  @CsvSource({
    "'\n <HTML><body>', 'a web page, as a failed download leaves it'",
    "'<?xml version', 'a web page, as a failed download leaves it'",
    "'version https://git-lfs.github.com/spec/v1', 'a Git LFS pointer and not the file itself'",
    "'PK\003\004', 'a zip archive: unpack it first'",
    "'\211PNG\r\n', a PNG image",
    "'\223NUMPY\001\000', a NumPy array",
    "'label,1x1,1x2', text",
    "'\000\000\010\003\000\000', a file of images",
    "'\000\000\015\002\000\000', an IDX file of 2 dimension(s) and another element type",
    "'\377\330\377\340', no IDX file",
  })
  void aFileIsNamedForWhatItIs(String head, String expected) {
    assertEquals(expected, FileSignature.describe(head.getBytes(ISO_8859_1)));
  }
}
