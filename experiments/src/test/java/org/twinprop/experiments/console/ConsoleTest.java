package org.twinprop.experiments.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class ConsoleTest {
  /**
   * Clear the screen; the same in one character; conceal; set the title; overwrite; turn around.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u009b2J",
        "\u001b[8m",
        "\u001b]0;x\u0007",
        "\rx",
        "\u202Ex",
        "\u2066"
      })
  void whatANameTellsTheTerminalIsNotPassedOn(String told) {
    for (Ansi ansi : new Ansi[] {Ansi.ON, Ansi.OFF}) {
      String printed = printed(ansi, "a" + told + "b");
      assertEquals('?', printed.charAt(1), printed);
      assertEquals(0, printed.chars().filter(c -> c < ' ' || (c >= 0x7f && c < 0xa0)).count());
    }
  }

  @Test
  void ourOwnStylesReachATerminal() {
    String styled = new Console(new PrintWriter(new StringWriter()), Ansi.ON).bad("wrong");
    assertEquals(styled, printed(Ansi.ON, styled));
  }

  @ParameterizedTest
  @EnumSource(
      value = Ansi.class,
      names = {"ON", "OFF"})
  void severalLinesStaySeveral(Ansi ansi) {
    assertEquals("a\nb\r\nc", printed(ansi, "a\nb\r\nc"));
  }

  private static String printed(Ansi ansi, String text) {
    StringWriter out = new StringWriter();
    new Console(new PrintWriter(out), ansi).print(text);
    return out.toString().replaceFirst("\\R$", "");
  }
}
