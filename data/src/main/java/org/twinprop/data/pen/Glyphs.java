package org.twinprop.data.pen;

import java.util.List;

/** The ways to write each digit, drawn for this project. */
final class Glyphs {
  private static final List<Glyph> ALL =
      List.of(
          Glyph.of(
              0,
              "closed",
              6,
              5,
              4,
              Stroke.of("oval", "36,1 14,12 3,48 11,86 31,100 51,86 59,50 50,13 34,0")),
          Glyph.of(
              0,
              "narrow",
              2,
              3,
              3,
              Stroke.of("oval", "26,0 9,18 3,52 9,88 22,100 37,84 42,48 35,14 24,1")),
          Glyph.of(
              0,
              "curled",
              0,
              4,
              2,
              Stroke.of("oval", "30,3 11,20 4,54 13,88 31,100 51,84 56,46 44,10 27,2 26,14 46,13")),
          Glyph.of(
              0,
              "slashed",
              3,
              0,
              0,
              Stroke.of("oval", "34,1 13,13 4,48 11,86 31,100 51,86 58,50 50,14 32,0"),
              Stroke.of("slash", "50,12 12,88")),
          Glyph.of(1, "bar", 4, 5, 6, Stroke.of("bar", "30,0 30,100")),
          Glyph.of(1, "flag", 3, 4, 3, Stroke.of("flag and bar", "17,19 31,0! 31,100")),
          Glyph.of(
              1,
              "base",
              3,
              1,
              1,
              Stroke.of("flag and bar", "14,18 32,0! 32,100"),
              Stroke.of("base", "8,100 56,100")),
          Glyph.of(
              2,
              "angular",
              6,
              1,
              4,
              Stroke.of("swan", "5,22 18,3 40,2 53,20 46,46 26,74 3,99! 30,99 60,98")),
          Glyph.of(
              2,
              "looped",
              1,
              6,
              3,
              Stroke.of(
                  "swan", "6,20 20,2 42,3 52,22 44,50 26,78 7,96 1,88 12,80 32,92 50,100 64,92")),
          Glyph.of(
              2,
              "waved",
              2,
              3,
              2,
              Stroke.of("swan", "8,18 24,1 46,6 51,28 36,60 4,97! 22,90 42,99 62,94")),
          Glyph.of(
              3,
              "round",
              6,
              6,
              5,
              Stroke.of("bows", "5,14 24,0 46,10 44,34 22,46! 46,55 54,78 32,100 2,88")),
          Glyph.of(
              3, "flat", 3, 1, 2, Stroke.of("bows", "6,1 52,0! 24,40! 48,50 56,75 34,100 3,88")),
          Glyph.of(
              3,
              "looped",
              0,
              3,
              2,
              Stroke.of("bows", "6,14 26,0 46,12 40,34 24,47 16,43 26,40 48,56 53,80 28,100 2,88")),
          Glyph.of(
              4,
              "open",
              5,
              4,
              5,
              Stroke.of("angle", "12,2 5,58! 60,55"),
              Stroke.of("stem", "46,8 43,55 41,100")),
          Glyph.of(
              4,
              "closed",
              5,
              1,
              1,
              Stroke.of("angle", "43,0 0,66! 62,65"),
              Stroke.of("stem", "43,0 43,100")),
          Glyph.of(
              4,
              "cupped",
              1,
              5,
              4,
              Stroke.of("cup", "7,3 4,38 20,56 46,46"),
              Stroke.of("stem", "53,2 49,50 44,100")),
          Glyph.of(
              5,
              "two strokes",
              6,
              3,
              2,
              Stroke.of("stem and bow", "14,2 10,43! 30,36 53,50 54,78 30,100 2,90"),
              Stroke.of("bar", "14,2 56,1")),
          Glyph.of(
              5,
              "one stroke",
              2,
              3,
              3,
              Stroke.of("bar, stem and bow", "55,2 16,2! 10,42! 30,37 52,50 53,78 30,100 2,90")),
          Glyph.of(
              5,
              "rounded",
              0,
              3,
              3,
              Stroke.of(
                  "bar, stem and bow", "58,2 34,3 16,10 14,34 34,42 51,58 46,88 24,100 2,92")),
          Glyph.of(
              6,
              "bent",
              5,
              4,
              4,
              Stroke.of("back and bow", "46,0 20,20 5,56 9,88 30,100 52,86 48,62 28,55 8,72")),
          Glyph.of(
              6,
              "straight",
              3,
              2,
              3,
              Stroke.of("back and bow", "36,0 16,34 4,66 8,92 28,100 48,88 46,66 28,58 7,76")),
          Glyph.of(
              6,
              "looped",
              1,
              3,
              2,
              Stroke.of("back and bow", "40,0 14,28 3,66 14,96 36,98 50,80 40,62 22,68 16,86")),
          Glyph.of(7, "plain", 5, 2, 5, Stroke.of("bar and stem", "0,2 58,1! 38,44 20,100")),
          Glyph.of(
              7,
              "crossed",
              3,
              5,
              3,
              Stroke.of("bar and stem", "0,2 58,1! 38,44 20,100"),
              Stroke.of("crossing", "16,52 52,49")),
          Glyph.of(
              7,
              "hooked",
              2,
              3,
              1,
              Stroke.of("hook, bar and stem", "2,19 3,3! 30,5 60,1! 36,46 24,100")),
          Glyph.of(
              8,
              "one stroke",
              5,
              5,
              5,
              Stroke.of(
                  "two loops",
                  "47,11 28,0 10,13 17,36 38,52 53,76 31,100 6,80 18,54 42,36 49,15 42,5")),
          Glyph.of(
              8,
              "from the middle",
              2,
              4,
              3,
              Stroke.of(
                  "two loops",
                  "30,47 11,30 12,9 30,0 48,10 46,30 30,47 8,66 6,88 30,100 54,87 51,64 32,48")),
          Glyph.of(
              8,
              "two rings",
              4,
              0,
              1,
              Stroke.of("upper ring", "30,0 11,10 12,36 30,46 48,36 49,10 28,0"),
              Stroke.of("lower ring", "30,46 8,60 7,88 30,100 54,88 52,60 28,46")),
          Glyph.of(
              9,
              "straight",
              6,
              3,
              5,
              Stroke.of("ring and stem", "50,14 30,0 8,15 9,42 28,50 47,36 51,10! 50,55 46,100")),
          Glyph.of(
              9,
              "curved",
              3,
              5,
              3,
              Stroke.of(
                  "ring and tail",
                  "50,14 30,0 8,15 9,42 28,50 46,36 51,12! 50,60 38,93 18,99 5,90")),
          Glyph.of(
              9,
              "round",
              2,
              3,
              2,
              Stroke.of(
                  "ring and tail", "48,16 28,0 7,16 8,42 27,51 45,38 50,16 50,50 40,82 20,100")));

  private Glyphs() {}

  /** The ways to write one digit. */
  static List<Glyph> of(int digit) {
    return ALL.stream().filter(glyph -> glyph.digit() == digit).toList();
  }
}
