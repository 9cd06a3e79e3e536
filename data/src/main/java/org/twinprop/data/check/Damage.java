package org.twinprop.data.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.data.pen.Chance;

/**
 * How much damage checks may have: for each kind the highest severity. On each check a kind is
 * absent or as severe as chance will have it, up to that, independent of all other kinds.
 */
public final class Damage {
  static final double LIGHT_SEVERITY = 0.25;
  static final double MODERATE_SEVERITY = 0.5;

  /** The check as it is drawn, without any damage. */
  public static final Damage NONE = uniform(0);

  /** What a good scanner does. */
  public static final Damage LIGHT = uniform(LIGHT_SEVERITY);

  /** A photo taken with a little care. */
  public static final Damage MODERATE = uniform(MODERATE_SEVERITY);

  /** A photo taken without care. */
  public static final Damage HEAVY = uniform(1);

  /** How often a check has a kind of damage. */
  private static final double PREVALENCE = 0.7;

  /** Of the highest severity: less could not be told from none. */
  private static final double LEAST = 0.2;

  private final Map<DamageKind, Double> highest;

  private Damage(Map<DamageKind, Double> highest) {
    this.highest = new EnumMap<>(highest);
  }

  /** The same highest severity, 0 to 1, for every kind. */
  public static Damage uniform(double highest) {
    return new Damage(
        Arrays.stream(DamageKind.values())
            .collect(Collectors.toMap(kind -> kind, kind -> highest)));
  }

  /** This, with another highest severity, 0 to 1, for one kind. */
  public Damage with(DamageKind kind, double severity) {
    Damage changed = new Damage(highest);
    changed.highest.put(kind, severity);
    return changed;
  }

  /** The highest severity of a kind. */
  public double highest(DamageKind kind) {
    return highest.get(kind);
  }

  /**
   * Reads a level, or kinds with levels or severities, the rest being none: {@code moderate},
   * {@code blur=heavy,noise=0.3}, {@code light,skew=1}.
   *
   * @throws org.twinprop.data.BadInput if there is no such level or kind, or a severity is not from
   *     0 to 1
   */
  public static Damage parse(String text) {
    return DamageText.parse(text);
  }

  /** What one check gets. */
  Severities draw(Chance chance) {
    Map<DamageKind, Double> drawn = new EnumMap<>(DamageKind.class);
    for (DamageKind kind : DamageKind.values()) {
      double share = chance.between(LEAST, 1);
      boolean there = chance.happens(PREVALENCE);
      drawn.put(kind, there ? share * highest(kind) : 0);
    }
    return new Severities(drawn);
  }
}
