package org.twinprop.experiments.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Turns a template into a page of HTML that holds all it needs. Every text is escaped by the
 * template engine, and no script runs but those that the page allows.
 */
public final class Page {
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(Page.class.getClassLoader()))
          .autoEscaping(true)
          .strictVariables(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private Page() {}

  /**
   * A page without scripts.
   *
   * @param template a resource; {@code style} and {@code policy} are there for it
   * @param values what it shows
   */
  public static String render(String template, Map<String, Object> values) {
    Map<String, Object> page = new HashMap<>(values);
    page.putIfAbsent("style", Assets.style());
    page.putIfAbsent("policy", Assets.policy());
    StringWriter html = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(html, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }

  /**
   * A page that draws charts: it needs a {@code title} too.
   *
   * @param template a resource that extends {@code page.peb}
   * @param values what it shows
   */
  public static String renderWithCharts(String template, Map<String, Object> values) {
    Map<String, Object> page = new HashMap<>(values);
    String library = Assets.library();
    String script = Assets.script();
    page.put("library", library);
    page.put("script", script);
    page.put("live", false);
    page.put("policy", Assets.policy(library, script));
    return render(template, page);
  }

  /** The same, for a page that asks its server whether there is a newer one. */
  static String renderLive(String template, Map<String, Object> values) {
    Map<String, Object> page = new HashMap<>(values);
    String library = Assets.library();
    String script = Assets.script() + "\n" + Assets.watching();
    page.put("library", library);
    page.put("script", script);
    page.put("live", true);
    page.put("policy", Assets.policy(library, script) + "; connect-src 'self'");
    return render(template, page);
  }

  /** An image as an address that holds it. */
  public static String address(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
