package org.twinprop.data.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.data.BadInput;
import org.twinprop.data.pen.Chance;

/**
 * How much damage checks may have: for each kind the highest severity. On each check a kind is
 * absent or as severe as chance will have it, up to that, independent of all other kinds.
 */
public final class Damage {
  /** The check as it is drawn, without any damage. */
  public static final Damage NONE = uniform(0);

  /** What a good scanner does. */
  public static final Damage LIGHT = uniform(0.25);

  /** A photo taken with a little care. */
  public static final Damage MODERATE = uniform(0.5);

  /** A photo taken without care. */
  public static final Damage HEAVY = uniform(1);

  private static final Map<String, Double> LEVELS =
      Map.of("none", 0.0, "light", 0.25, "moderate", 0.5, "heavy", 1.0);

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
   * @throws BadInput if there is no such level or kind, or a severity is not from 0 to 1
   */
  public static Damage parse(String text) {
    Damage damage = NONE;
    for (String part : text.strip().split("\\s*,\\s*", -1)) {
      String[] sides = part.split("\\s*=\\s*", 2);
      damage =
          sides.length == 1
              ? uniform(level(part))
              : damage.with(kind(sides[0]), severity(sides[1]));
    }
    return damage;
  }

  private static double level(String text) {
    Double level = LEVELS.get(text.toLowerCase(Locale.ROOT));
    if (level == null) {
      throw new BadInput(
          "there is no damage '%s': none, light, moderate, heavy, or kinds such as blur=heavy,noise=0.3 (kinds: %s)"
              .formatted(text, kinds()));
    }
    return level;
  }

  private static DamageKind kind(String text) {
    String key = text.toLowerCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(DamageKind.values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "there is no kind of damage '%s': there are %s".formatted(text, kinds())));
  }

  private static double severity(String text) {
    Double level = LEVELS.get(text.toLowerCase(Locale.ROOT));
    if (level != null) {
      return level;
    }
    try {
      double severity = Double.parseDouble(text);
      if (severity >= 0 && severity <= 1) {
        return severity;
      }
    } catch (NumberFormatException e) {
      // the message below serves for both
    }
    throw new BadInput(
        "'%s' is no severity of damage: none, light, moderate, heavy, or a number from 0 to 1"
            .formatted(text));
  }

  private static String kinds() {
    return Arrays.stream(DamageKind.values())
        .map(DamageKind::key)
        .collect(Collectors.joining(", "));
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

  /**
   * The damage of one check.
   *
   * @param of each kind, 0 to 1
   */
  record Severities(Map<DamageKind, Double> of) {
    double get(DamageKind kind) {
      return of.get(kind);
    }

    List<DamageTruth> truth() {
      List<DamageTruth> truth = new ArrayList<>();
      of.forEach(
          (kind, severity) -> {
            if (severity > 0) {
              truth.add(new DamageTruth(kind, severity));
            }
          });
      return truth;
    }
  }
}
