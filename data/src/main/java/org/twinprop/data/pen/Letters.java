package org.twinprop.data.pen;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The letters that people print by hand, one shape each: capitals reach from 0 down to 100. */
final class Letters {
  private static final String BIG_P = "8,0 8,100|8,2 40,4 46,26 34,50 8,52";
  private static final String BIG_O = "32,0 8,20 6,74 28,100 52,80 56,30 38,2 30,0";

  private static final Map<Integer, Letter> LETTERS = letters();

  private Letters() {}

  /** The shape of a character; a digit's is its first glyph. Empty if there is none. */
  static Optional<Letter> of(int character) {
    return Character.isDigit(character)
        ? Optional.of(new Letter(Glyphs.of(character - '0').get(0).strokes()))
        : Optional.ofNullable(LETTERS.get(character));
  }

  private static Map<Integer, Letter> letters() {
    Map<Integer, Letter> letters = new HashMap<>();
    capitals(letters);
    smallLetters(letters);
    put(letters, ',', "6,94 8,104 2,116");
    put(letters, '.', "6,97 7,99");
    put(letters, '-', "4,66 30,64");
    put(letters, '/', "30,0 2,108");
    put(letters, '\'', "6,0 4,18");
    return letters;
  }

  private static void capitals(Map<Integer, Letter> letters) {
    put(letters, 'A', "2,100 28,0! 54,100|12,66 46,64");
    put(letters, 'B', "8,0 8,100|8,2 36,4 42,24 30,44 10,48! 40,52 48,76 34,98 8,100");
    put(letters, 'C', "52,16 32,0 8,24 6,70 24,100 54,84");
    put(letters, 'D', "8,0 8,100|6,2 40,10 54,50 38,92 6,100");
    put(letters, 'E', "46,2 8,2! 8,100! 48,98|8,50 38,48");
    put(letters, 'F', "46,2 8,2! 8,100|8,48 36,46");
    put(letters, 'G', "52,16 32,0 8,24 6,72 26,100 50,88 52,58! 32,58");
    put(letters, 'H', "8,0 8,100|50,0 50,100|8,50 50,48");
    put(letters, 'I', "14,0 14,100|2,0 26,0|2,100 26,100");
    put(letters, 'J', "36,0 36,76 24,100 6,90 2,74");
    put(letters, 'K', "8,0 8,100|48,0 10,54! 50,100");
    put(letters, 'L', "8,0 8,100! 46,98");
    put(letters, 'M', "6,100 10,0! 34,70! 58,0! 62,100");
    put(letters, 'N', "8,100 8,0! 50,100! 50,0");
    put(letters, 'O', BIG_O);
    put(letters, 'P', BIG_P);
    put(letters, 'Q', BIG_O + "|34,74 58,106");
    put(letters, 'R', BIG_P + "|26,52 50,100");
    put(letters, 'S', "46,14 28,0 8,14 14,40 40,56 48,82 26,100 4,86");
    put(letters, 'T', "2,2 52,0|27,2 26,100");
    put(letters, 'U', "6,0 6,70 24,100 46,84 50,0");
    put(letters, 'V', "4,0 26,100! 50,0");
    put(letters, 'W', "4,0 16,100! 32,26! 46,100! 62,0");
    put(letters, 'X', "4,0 48,100|48,0 2,100");
    put(letters, 'Y', "4,0 26,48! 50,0|26,48 24,100");
    put(letters, 'Z', "6,2 48,2! 4,98! 50,98");
  }

  private static void smallLetters(Map<Integer, Letter> letters) {
    put(letters, 'a', "40,52 22,45 4,62 6,90 20,100 38,86 42,50! 40,88 48,100");
    put(letters, 'b', "8,0 6,60 6,98! 8,70 24,48 40,62 38,90 20,100 6,90");
    put(letters, 'c', "38,54 22,45 4,66 8,92 22,100 40,90");
    put(letters, 'd', "40,54 22,46 4,66 8,94 22,100 38,84 42,0! 41,86 48,100");
    put(letters, 'e', "6,72 38,68 34,48 18,46 4,68 8,94 22,100 40,90");
    put(letters, 'f', "36,6 24,0 16,16 15,60 15,100|2,48 32,46");
    put(letters, 'g', "40,54 22,45 4,62 8,84 22,90 38,76 42,48! 42,100 36,124 18,130 4,120");
    put(letters, 'h', "8,0 7,60 7,100! 8,70 22,48 36,52 38,76 38,100");
    put(letters, 'i', "8,48 8,84 14,100 20,96|9,28 10,31");
    put(letters, 'j', "22,48 22,104 14,128 0,122|23,28 24,31");
    put(letters, 'k', "8,0 7,100|34,50 9,76! 36,100");
    put(letters, 'l', "8,0 8,84 14,100 22,96");
    put(letters, 'm', "6,48 6,100! 8,62 20,46 28,58 28,100! 30,62 42,46 50,58 51,90 56,100");
    put(letters, 'n', "6,48 6,100! 8,64 22,46 34,54 35,88 40,100");
    put(letters, 'o', "22,46 6,58 4,82 18,100 34,92 40,68 30,48 20,46");
    put(letters, 'p', "6,48 5,90 5,130! 6,70 20,46 38,56 38,84 22,100 6,88");
    put(letters, 'q', "40,54 22,45 4,62 8,88 22,94 38,78 42,48! 41,130 48,120");
    put(letters, 'r', "6,48 6,100! 8,68 20,48 32,50");
    put(letters, 's', "34,52 20,45 8,54 14,68 30,78 32,92 16,100 4,92");
    put(letters, 't', "16,14 15,80 22,100 32,94|2,46 30,44");
    put(letters, 'u', "6,48 5,84 16,100 32,88 36,48! 36,88 44,100");
    put(letters, 'v', "4,48 20,100! 36,48");
    put(letters, 'w', "4,48 14,100! 26,56! 36,100! 50,48");
    put(letters, 'x', "4,48 36,100|36,48 4,100");
    put(letters, 'y', "6,48 8,80 20,88 36,74 38,48! 36,104 24,130 6,124");
    put(letters, 'z', "4,50 36,50! 4,98! 38,98");
  }

  private static void put(Map<Integer, Letter> letters, char character, String strokes) {
    letters.put((int) character, Letter.of(strokes));
  }
}
