package org.twinprop.experiments.console;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** Where text for people goes. Colour is for terminals alone. */
public final class Console {
  private static final int WIDTH = 76;

  /** What is no character to be seen, and no end of a line. */
  private static final String UNSEEN = "(?!\\r?\\n)[\\p{C}\\p{Zl}\\p{Zp}]";

  /** Our own bold, red and green, and their ends; or what a name out of a file must not tell it. */
  private static final Pattern STYLE_OR_UNSEEN =
      Pattern.compile("(\u001b\\[(?:(?:[01]|2[12]|3[129])(?:;|(?=m)))+m)|" + UNSEEN);

  private final PrintWriter out;
  private final Ansi ansi;

  /**
   * @param out standard output, or standard error where that is for JSON
   * @param ansi whether {@code out} is a terminal that shows colour
   */
  public Console(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /** One line, or several. */
  public void print(String text) {
    out.println(shown(text));
    out.flush();
  }

  private String shown(String text) {
    return STYLE_OR_UNSEEN
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1) != null && ansi.enabled()
                    ? Matcher.quoteReplacement(found.group())
                    : "?");
  }

  /** An empty line. */
  public void gap() {
    print("");
  }

  /** A heading with an empty line before it. */
  public void heading(String text) {
    gap();
    print(bold(text));
  }

  /** A sentence with a dash before it, broken between words. */
  public void point(String sentence) {
    print("- " + wrapped(sentence));
  }

  /** A sentence indented as far as the text after a name, broken between words. */
  public void note(String sentence) {
    print("  " + wrapped(sentence));
  }

  /**
   * A text in one line: names from files may hold line breaks, and codes that speak to a terminal.
   */
  public static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll(UNSEEN, "?");
  }

  private static String wrapped(String sentence) {
    return oneLine(sentence).replaceAll("(.{1,%d})(?:\\s+|$)".formatted(WIDTH), "$1\n  ").strip();
  }

  /** Whether lines can be drawn over, as a progress bar does. */
  public boolean isTerminal() {
    return ansi.enabled();
  }

  public String bold(String text) {
    return styled("bold", text);
  }

  public String good(String text) {
    return styled("fg(green)", text);
  }

  public String bad(String text) {
    return styled("bold,fg(red)", text);
  }

  /** Draws over the current line without ending it; an empty text wipes it. */
  void redraw(String text) {
    out.print("\r" + shown(text) + "\u001b[K");
    out.flush();
  }

  private String styled(String styles, String text) {
    return ansi.enabled()
        ? Ansi.Style.on(Ansi.Style.parse(styles)) + text + Ansi.Style.reset.on()
        : text;
  }
}
