package org.twinprop.experiments.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every report in a real browser. */
class ReportsInBrowserTest {
  private static final String NO_BROWSER =
      "Skipped: reports were not opened in a browser, for there is no chromium with chromedriver"
          + " on the PATH (Debian: apt-get install chromium chromium-driver)";

  /** What can be printed on of A4 and of Letter, with the page's margins, in CSS pixels. */
  private static final List<Integer> PAPERS = List.of(657, 680);

  /** The same of sheets that lie across, as those with the widest tables do. */
  private static final List<Integer> PAPERS_ACROSS = List.of(986, 920);

  private static final String TOO_WIDE =
      """
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.unseen, .skip') && !e.parentElement.closest('svg'))
        .filter(e => !arguments[0] || !!e.closest('.wide') === arguments[1])
        .filter(e => arguments[0] || !e.closest('.scroll') || e.matches('.scroll'))
        .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > width + 1)
        .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 60));
      """;

  @TempDir static Path folder;
  private static Browser browser;
  private static Map<String, String> pages;

  @BeforeAll
  static void start() throws IOException {
    Optional<Browser> found = Browser.start();
    if (found.isEmpty()) {
      System.out.println(NO_BROWSER);
    }
    assumeTrue(found.isPresent(), NO_BROWSER);
    browser = found.get();
    pages = Pages.write(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void open(String page, int width, String scheme) {
    browser.open(pages.get(page), width, scheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "audit", "audit --regression", "compare", "compare --regression"})
  void chartsAreDrawnWithoutAWordOnTheConsoleOrARequestToAnyone(String page) {
    open(page, 1280, "light");
    List<WebElement> plots = browser.driver().findElements(By.cssSelector(".plot"));
    assertFalse(plots.isEmpty());
    for (WebElement plot : plots) {
      long marks =
          (Long) browser.script("return arguments[0].querySelectorAll('svg path').length", plot);
      assertTrue(marks > 5, () -> "an empty chart: " + plot.getDomAttribute("aria-label"));
    }
    assertEquals(List.of(), browser.messages());
    List<String> asked =
        browser.requests().stream().filter(address -> !address.startsWith("data:")).toList();
    assertEquals(List.of(pages.get(page)), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "audit --regression", "compare", "compare --regression"})
  void hostileNamesAreShownAndDoNothing(String page) {
    open(page, 1280, "light");
    String text = (String) browser.script("return document.body.textContent");
    assertTrue(text.contains(Pages.HOSTILE), "the name is there, as text");
    for (WebElement plot : browser.driver().findElements(By.cssSelector(".plot"))) {
      for (int i = 0; i < 3; i++) {
        plot.sendKeys(Keys.ARROW_RIGHT);
      }
    }
    assertNull(browser.script("return window.hostile"));
    assertEquals(
        0L, browser.script("return document.querySelectorAll('img[src=x], i, h1 b').length"));
    assertEquals(List.of(), browser.messages());
  }

  @Test
  void theArrowKeysTellThePointsOfAChart() {
    open("audit", 1280, "light");
    WebElement plot = browser.driver().findElement(By.cssSelector(".plot"));
    plot.sendKeys(Keys.ARROW_RIGHT);
    String first = said();
    plot.sendKeys(Keys.ARROW_RIGHT);
    assertFalse(first.isEmpty());
    assertFalse(said().equals(first), first);
    String tip = (String) browser.script("return document.querySelector('.tip').textContent");
    assertFalse(tip.isEmpty());
  }

  private static String said() {
    return (String) browser.script("return document.getElementById('said').textContent");
  }

  @ParameterizedTest
  @CsvSource({
    "run, 1280",
    "audit, 1280",
    "audit --regression, 1280",
    "compare, 1280",
    "compare --regression, 1280",
    "compare --regression, 390",
    "run, 390",
    "audit, 390",
    "audit --regression, 390",
    "compare, 390"
  })
  void nothingIsWiderThanTheScreen(String page, int width) {
    open(page, width, "light");
    assertEquals(List.of(), browser.script(TOO_WIDE, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "audit", "audit --regression", "compare", "compare --regression"})
  void printingCutsNothingOff(String page) {
    PAPERS.forEach(width -> assertFitsOnPaper(page, width, false));
    PAPERS_ACROSS.forEach(width -> assertFitsOnPaper(page, width, true));
    open(page, 1280, "dark");
    assertAll(
        () -> assertTrue(pagesOf(browser.print(21.0, 29.7)) >= 2, "A4"),
        () -> assertTrue(pagesOf(browser.print(21.59, 27.94)) >= 2, "Letter"));
  }

  private static void assertFitsOnPaper(String page, int width, boolean across) {
    open(page, 1280, "light");
    browser.layOutOnPaper(width);
    assertEquals(List.of(), browser.script(TOO_WIDE, true, across), () -> "on paper of " + width);
  }

  private static long pagesOf(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("%PDF-"), "no PDF");
    return Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "audit", "audit --regression", "compare", "compare --regression"})
  void textStandsOutFromItsGroundInLightAndDark(String page) {
    for (String scheme : List.of("light", "dark")) {
      open(page, 1280, scheme);
      double ratio = ((Number) browser.script(CONTRAST)).doubleValue();
      assertTrue(ratio >= 4.5, () -> "contrast of %s in %s".formatted(ratio, scheme));
    }
  }

  /** The least contrast of text and page, as the Web Content Accessibility Guidelines define it. */
  private static final String CONTRAST =
      """
      const channels = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
      const linear = c => c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
      const luminance = colour => channels(colour).map(linear)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const paper = luminance(getComputedStyle(document.body).backgroundColor);
      const ratios = [...document.querySelectorAll('h1, p, dt, dd, th, td, summary, a, figcaption')]
        .map(e => luminance(getComputedStyle(e).color))
        .map(ink => (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
      return Math.min(...ratios);
      """;
}
