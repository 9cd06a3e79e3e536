package org.twinprop.data.check;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that forms are printed in, as outlines, so that no machine needs any installed. */
public enum Typeface {
  SANS("DejaVuSans"),
  SANS_CONDENSED("DejaVuSansCondensed"),
  SANS_BOLD("DejaVuSans-Bold"),
  SERIF("DejaVuSerif"),
  SERIF_CONDENSED("DejaVuSerifCondensed"),
  SERIF_ITALIC("DejaVuSerif-Italic"),
  SERIF_BOLD("DejaVuSerif-Bold"),
  MONO("DejaVuSansMono");

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  private final String file;
  private TrueTypeFont font;

  Typeface(String file) {
    this.file = file;
  }

  /**
   * The outline of a line of text.
   *
   * @param x where it begins
   * @param y of its baseline
   * @param size of the font: the height of a line, about 1.4 times that of a capital letter
   */
  synchronized Path2D outline(String text, double x, double y, double size) {
    try {
      CmapLookup characters = font().getUnicodeCmapLookup();
      double scale = size / font().getUnitsPerEm();
      Path2D outline = new Path2D.Double();
      double pen = x;
      for (int character : text.codePoints().toArray()) {
        int glyph = characters.getGlyphId(character);
        GlyphData data = font().getGlyph().getGlyph(glyph);
        if (data != null) {
          AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
          outline.append(data.getPath().getPathIterator(place), false);
        }
        pen += scale * font().getAdvanceWidth(glyph);
      }
      return outline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far a line of text reaches. */
  synchronized double width(String text, double size) {
    try {
      CmapLookup characters = font().getUnicodeCmapLookup();
      double units = 0;
      for (int character : text.codePoints().toArray()) {
        units += font().getAdvanceWidth(characters.getGlyphId(character));
      }
      return size * units / font().getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrueTypeFont font() throws IOException {
    if (font == null) {
      try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + file + ".ttf")) {
        font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      }
    }
    return font;
  }
}
