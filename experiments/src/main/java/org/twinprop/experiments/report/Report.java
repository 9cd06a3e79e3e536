package org.twinprop.experiments.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Turns what a run found into one page of HTML that needs nothing else. */
public final class Report {
  private static final String TEMPLATE = "org/twinprop/experiments/report/report.peb";
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(Report.class.getClassLoader()))
          .autoEscaping(true)
          .strictVariables(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private Report() {}

  /** The whole page. */
  public static String render(ReportData data) {
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(TEMPLATE).evaluate(page, Map.of("data", data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }
}
