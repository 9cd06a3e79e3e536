package org.twinprop.data.check;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;

/**
 * The line that machines read by its magnetism, in shapes like those of E-13B (ANSI X9.27): cells
 * of 0.013 inch, nine high, a character every eighth of an inch. The shapes are near enough for the
 * eye and for a camera, not for a magnetic reader.
 */
final class Micr {
  private static final int DPI = 200;
  private static final double CELL = 0.013 * DPI;
  private static final double PITCH = 0.125 * DPI;
  private static final int ROWS = 9;

  private static final Map<Character, String[]> SHAPES = new HashMap<>();

  static {
    put('0', "#######/#.....#/#.....#/#.....#/#.....#/#.....#/#.....#/#.....#/#######");
    put('1', "..##.../...#.../...#.../...#.../...#.../..####./..####./..####./..####.");
    put('2', ".####../....#../....#../....#../.####../.#...../.#...../.#...../.####..");
    put('3', ".####../....#../....#../....#../.#####./....##./....##./....##./.#####.");
    put('4', "##...../##...../##...../##...../##..##./######./....##./....##./....##.");
    put('5', ".#####./.#...../.#...../.#...../.#####./.....#./.....#./.....#./.#####.");
    put('6', "###..../#...../#...../#...../#######/#.....#/#.....#/#.....#/#######");
    put('7', "#######/#.....#/#....##/....##./....#../...##../...#.../...#.../...#...");
    put('8', ".#####./.#...#./.#...#./.#...#./#######/##...##/##...##/##...##/#######");
    put('9', "#######/#.....#/#.....#/#.....#/#######/....##./....##./....##./....##.");
    // transit, and on-us
    put('A', "#..###./#..###./#..###./#....../#....../#....../#..###./#..###./#..###.");
    put('C', "......./#.#..../#.#..../#.#..##/#.#..##/#.#..##/#.#..##/......./.......");
  }

  private Micr() {}

  private static void put(char character, String rows) {
    SHAPES.put(character, rows.split("/"));
  }

  /**
   * The outline of a line.
   *
   * @param text digits, A for the transit and C for the on-us symbol, spaces
   */
  static Path2D outline(String text, double x, double baseline) {
    Path2D outline = new Path2D.Double();
    for (int i = 0; i < text.length(); i++) {
      String[] rows = SHAPES.getOrDefault(text.charAt(i), new String[0]);
      for (int row = 0; row < rows.length; row++) {
        append(outline, rows[row], x + i * PITCH, baseline - (ROWS - row) * CELL);
      }
    }
    return outline;
  }

  private static void append(Path2D outline, String row, double x, double y) {
    for (int column = 0; column < row.length(); column++) {
      if (row.charAt(column) == '#') {
        outline.append(new Rectangle2D.Double(x + column * CELL, y, CELL, CELL), false);
      }
    }
  }
}
