package org.twinprop.experiments.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.twinprop.data.BadInput;
import org.twinprop.trainer.evaluation.group.AuditSettings;
import org.twinprop.trainer.evaluation.group.GroupedTallies;

/**
 * The tallies that rows are counted in: everyone's, one for each group of each column, and one for
 * each intersection where they are wanted. Its size is that of the groups, not of the rows.
 *
 * @param <T> what is tallied
 */
public final class TallyBook<T> {
  /** Marks, embeddings and overrides of direction (Unicode Standard Annex 9, section 2). */
  private static final Pattern TURNING =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final int MOST_GROUPS = 2_000;
  private static final int MOST_INTERSECTED = 4;
  private static final String AND = " & ";

  private final List<String> columns;
  private final boolean intersect;
  private final Function<String, T> empty;
  private final T overall;
  private final List<Map<String, Slot<T>>> slots = new ArrayList<>();
  private final Map<Long, T> intersections = new HashMap<>();
  private final Map<String, T> namedIntersections = new HashMap<>();

  /** A group's tally, and its number in its column. */
  private record Slot<T>(int number, T tally) {}

  /**
   * @param columns of groups
   * @param intersect whether groups of all columns together are tallied too
   * @param empty makes a tally, given a text that no other group of the table has
   */
  public TallyBook(List<String> columns, boolean intersect, Function<String, T> empty) {
    this.columns = columns;
    this.intersect = intersect;
    this.empty = empty;
    overall = empty.apply("");
    columns.forEach(column -> slots.add(new HashMap<>()));
  }

  /**
   * @param columns whose groups together are wanted
   * @throws BadInput if these are too few or too many
   */
  public static void requireIntersectable(List<String> columns) {
    if (columns.size() < 2) {
      throw new BadInput("--intersect needs two columns or more, as in --group race,sex");
    }
    if (columns.size() > MOST_INTERSECTED) {
      throw new BadInput(
          "--intersect takes at most %d columns in --group, not %s; leave some out"
              .formatted(MOST_INTERSECTED, String.join(", ", columns)));
    }
  }

  /**
   * Counts one row in every tally that it belongs to.
   *
   * @param values the groups of the row, in the order of the columns
   * @throws BadInput if a column has too many groups to be one of groups
   */
  public void count(String[] values, Consumer<T> action) {
    action.accept(overall);
    long key = 0;
    for (int i = 0; i < columns.size(); i++) {
      String group = name(values[i]);
      Slot<T> slot = slots.get(i).get(group);
      if (slot == null) {
        slot = newSlot(i, group);
      }
      action.accept(slot.tally());
      key = key * MOST_GROUPS + slot.number();
    }
    if (intersect) {
      T tally = intersections.get(key);
      action.accept(tally == null ? newIntersection(key, values) : tally);
    }
  }

  private Slot<T> newSlot(int column, String group) {
    Map<String, Slot<T>> groups = slots.get(column);
    if (groups.size() == MOST_GROUPS) {
      throw new BadInput(
          "column '%s' has more than %,d different values: it seems to name single examples, not groups; leave it out of --group"
              .formatted(columns.get(column), MOST_GROUPS));
    }
    Slot<T> slot = new Slot<>(groups.size(), empty.apply(columns.get(column) + "=" + group));
    groups.put(group, slot);
    return slot;
  }

  private T newIntersection(long key, String[] values) {
    if (intersections.size() == MOST_GROUPS) {
      throw new BadInput(
          "columns %s have more than %,d groups together; leave out --intersect or some of them"
              .formatted(String.join(", ", columns), MOST_GROUPS));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add(name(values[i]));
    }
    String name = String.join(AND, names);
    String unique = String.join(AND, columns) + "=" + name;
    // names that hold the word between them can be alike: such groups are one, and none is lost
    T tally = namedIntersections.computeIfAbsent(name, unseen -> empty.apply(unique));
    intersections.put(key, tally);
    return tally;
  }

  /** As the table has it, but for characters that would turn around the text it stands in. */
  private static String name(String value) {
    return value.isBlank() ? AuditSettings.MISSING : TURNING.matcher(value).replaceAll("\uFFFD");
  }

  /** All tallies, by column and group. */
  public GroupedTallies<T> tallies() {
    Map<String, Map<String, T>> all = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Map<String, T> groups = new HashMap<>();
      slots.get(i).forEach((group, slot) -> groups.put(group, slot.tally()));
      all.put(columns.get(i), groups);
    }
    if (intersect) {
      all.put(String.join(AND, columns), namedIntersections);
    }
    return new GroupedTallies<>(overall, all);
  }
}
