package org.twinprop.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A chart of the report: what is drawn, what it says in words, and the table behind it. The drawing
 * itself is done by the page's script.
 *
 * @param kind which drawing of the page's script
 * @param title above it
 * @param summary what a reader would take from looking at it, in a sentence
 * @param networks that are drawn, in order
 * @param json what that script needs to know
 * @param table the same numbers
 */
public record Chart(
    String kind,
    String title,
    String summary,
    List<NetworkName> networks,
    String json,
    DataTable table) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param drawing records that hold texts and finite numbers; NaN becomes null
   */
  static Chart of(
      String kind,
      String title,
      String summary,
      List<NetworkName> networks,
      Object drawing,
      DataTable table) {
    try {
      return new Chart(kind, title, summary, networks, JSON.writeValueAsString(drawing), table);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
