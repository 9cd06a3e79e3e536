package org.twinprop.data;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Divides examples so that a network is never judged on people that it has learned from. */
public final class Splits {
  private Splits() {}

  /**
   * Holds out whole groups where some examples belong together, else single examples.
   *
   * @param unit the column whose groups must not be torn apart; empty where examples stand alone
   * @throws BadInput as {@link #byGroup} and {@link #byExample} do
   */
  public static Split by(Examples all, Optional<String> unit, double share, long seed) {
    return unit.map(column -> byGroup(all, column, share, seed))
        .orElseGet(() -> byExample(all, share, seed));
  }

  /**
   * As {@link #by}; of single examples the same share of every class.
   *
   * @throws BadInput as {@link #byGroup} and {@link #byExampleOfClass} do
   */
  public static Split ofClassesBy(Examples all, Optional<String> unit, double share, long seed) {
    return unit.map(column -> byGroup(all, column, share, seed))
        .orElseGet(() -> byExampleOfClass(all, share, seed));
  }

  /**
   * Holds out whole groups, chosen by lot, until they make up the wanted share of the examples as
   * nearly as whole groups can. The draw is stratified: every other column that has a single value
   * for each group (the population of a writer, but not the digit) has that share of each of its
   * values held out, and at least one group on either side where there are two.
   *
   * @param all what to divide
   * @param column whose groups must not be torn apart, e.g. "writer"
   * @param share of the examples to hold out, between 0 and 1, both exclusive
   * @param seed same seed, same split
   * @throws BadInput if there is no such column, if it has fewer than two groups, or if the share
   *     is not between 0 and 1
   */
  public static Split byGroup(Examples all, String column, double share, long seed) {
    requireShare(share);
    Map<String, Group> groups = groups(all, column);
    if (groups.size() < 2) {
      throw new BadInput(
          "cannot split %s by %s: %d group(s) there, at least 2 needed"
              .formatted(all.description(), column, groups.size()));
    }
    return split(all, strata(all, constantColumns(all, column, groups), groups), share, seed);
  }

  /**
   * Holds out single examples, chosen by lot: for examples whose groups are not known.
   *
   * @param all at least 2 examples
   * @param share of the examples to hold out, between 0 and 1, both exclusive
   * @param seed same seed, same split
   * @throws BadInput if there are fewer than two examples, or if the share is not between 0 and 1
   */
  public static Split byExample(Examples all, double share, long seed) {
    requireShare(share);
    if (all.size() < 2) {
      throw new BadInput(
          "cannot split %s: at least 2 examples needed".formatted(all.description()));
    }
    List<Group> single = IntStream.range(0, all.size()).mapToObj(Group::new).toList();
    return split(all, List.of(single), share, seed);
  }

  /**
   * Holds out single examples, chosen by lot, the same share of every class as nearly as whole
   * examples allow, and at least one on either side of a class with two.
   *
   * @param all at least 2 examples of classes
   * @param share of the examples to hold out, between 0 and 1, both exclusive
   * @param seed same seed, same split
   * @throws BadInput if there are fewer than two examples, or if the share is not between 0 and 1
   */
  public static Split byExampleOfClass(Examples all, double share, long seed) {
    requireShare(share);
    if (all.size() < 2) {
      throw new BadInput(
          "cannot split %s: at least 2 examples needed".formatted(all.description()));
    }
    Map<Integer, List<Group>> classes = new TreeMap<>();
    for (int row = 0; row < all.size(); row++) {
      classes.computeIfAbsent(all.classOf(row), number -> new ArrayList<>()).add(new Group(row));
    }
    List<Group> single = new ArrayList<>();
    classes.values().removeIf(examples -> examples.size() == 1 && single.addAll(examples));
    if (single.size() > 1 || classes.isEmpty()) {
      classes.put(-1, single);
    }
    return split(all, classes.values(), share, seed);
  }

  private static Split split(
      Examples all, Iterable<? extends List<Group>> strata, double share, long seed) {
    Random random = new Random(seed);
    boolean[] heldOut = new boolean[all.size()];
    for (List<Group> stratum : strata) {
      for (Group group : draw(stratum, share, random)) {
        group.rows.forEach(row -> heldOut[row] = true);
      }
    }
    return new Split(all.select(rows(heldOut, false)), all.select(rows(heldOut, true)));
  }

  /**
   * Takes groups in random order, each only if it brings the total nearer to the share; the
   * smallest where none does.
   */
  private static List<Group> draw(List<Group> stratum, double share, Random random) {
    List<Group> shuffled = new ArrayList<>(stratum);
    Collections.shuffle(shuffled, random);
    double wanted = share * stratum.stream().mapToInt(Group::size).sum();
    List<Group> drawn = new ArrayList<>();
    int total = 0;
    for (Group group : shuffled) {
      int more = total + group.size();
      if (drawn.size() < stratum.size() - 1 && Math.abs(more - wanted) < Math.abs(total - wanted)) {
        drawn.add(group);
        total = more;
      }
    }
    return drawn.isEmpty() ? List.of(Collections.min(shuffled, comparingInt(Group::size))) : drawn;
  }

  private static Map<String, Group> groups(Examples all, String column) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (int row = 0; row < all.size(); row++) {
      groups.computeIfAbsent(all.group(column, row), name -> new Group()).rows.add(row);
    }
    return groups;
  }

  private static List<String> constantColumns(
      Examples all, String column, Map<String, Group> groups) {
    return all.groupColumns().stream()
        .filter(other -> !other.equals(column))
        .filter(other -> groups.values().stream().allMatch(group -> isConstant(all, other, group)))
        .toList();
  }

  private static boolean isConstant(Examples all, String column, Group group) {
    String first = all.group(column, group.rows.get(0));
    return group.rows.stream().allMatch(row -> all.group(column, row).equals(first));
  }

  /** Groups that agree in all of these columns; those that agree with no other, together. */
  private static List<List<Group>> strata(
      Examples all, List<String> columns, Map<String, Group> groups) {
    Map<List<String>, List<Group>> strata = new LinkedHashMap<>();
    for (Group group : groups.values()) {
      strata.computeIfAbsent(valuesOf(all, columns, group), key -> new ArrayList<>()).add(group);
    }
    List<List<Group>> result = new ArrayList<>();
    List<Group> alone = new ArrayList<>();
    for (List<Group> stratum : strata.values()) {
      if (stratum.size() > 1) {
        result.add(stratum);
      } else {
        alone.addAll(stratum);
      }
    }
    if (alone.size() > 1) {
      result.add(alone);
    } else if (alone.size() == 1) {
      result.get(0).addAll(alone);
    }
    return result;
  }

  private static List<String> valuesOf(Examples all, List<String> columns, Group group) {
    return columns.stream().map(column -> all.group(column, group.rows.get(0))).toList();
  }

  private static int[] rows(boolean[] heldOut, boolean wanted) {
    return IntStream.range(0, heldOut.length).filter(row -> heldOut[row] == wanted).toArray();
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new BadInput("the share to hold out must lie between 0 and 1, e.g. 0.1; got " + share);
    }
  }

  /** The rows of examples that stay together. */
  private static final class Group {
    final List<Integer> rows = new ArrayList<>();

    Group() {}

    Group(int row) {
      rows.add(row);
    }

    int size() {
      return rows.size();
    }
  }
}
