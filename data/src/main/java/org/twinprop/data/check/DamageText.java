package org.twinprop.data.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinprop.data.BadInput;

/** Damage as a person writes it: {@code moderate}, {@code light,skew=1}. */
final class DamageText {
  private static final Map<String, Double> LEVELS =
      Map.of(
          "none",
          0.0,
          "light",
          Damage.LIGHT_SEVERITY,
          "moderate",
          Damage.MODERATE_SEVERITY,
          "heavy",
          1.0);

  private DamageText() {}

  /**
   * @throws BadInput if there is no such level or kind, or a severity is not from 0 to 1
   */
  static Damage parse(String text) {
    Damage damage = Damage.NONE;
    for (String part : text.strip().split("\\s*,\\s*", -1)) {
      String[] sides = part.split("\\s*=\\s*", 2);
      damage =
          sides.length == 1
              ? Damage.uniform(level(part))
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
}
