package org.twinprop.experiments.curves;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which learning curves a person wants.
 *
 * @param bySize whether the number of training examples varies
 * @param sizes numbers of training examples; empty for a sixteenth, an eighth, and so on to all
 * @param widths factors by which the network's layers are made wider; empty for none
 * @param networks other networks to set beside; empty for none
 * @param seeds how often each point is trained, at least 1
 */
public record CurveSettings(
    boolean bySize, List<Integer> sizes, List<Double> widths, List<String> networks, int seeds) {
  private static final int PARTS = 16;
  private static final int FEWEST = 8;

  public CurveSettings {
    sizes = sizes.stream().distinct().sorted().toList();
    widths = widths.stream().distinct().sorted().toList();
    networks = List.copyOf(networks);
  }

  /** In ascending order, none above the number of examples that there are. */
  List<Integer> sizesUpTo(int most) {
    List<Integer> chosen = new ArrayList<>();
    if (sizes.isEmpty()) {
      for (int part = PARTS; part >= 1; part /= 2) {
        chosen.add(Math.max(FEWEST, most / part));
      }
    } else {
      chosen.addAll(sizes);
    }
    return chosen.stream().filter(size -> size <= most).distinct().toList();
  }

  /** Whether the network varies. */
  boolean byModel() {
    return !widths.isEmpty() || !networks.isEmpty();
  }

  /** As {@code config.yaml} has them. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("learning_curve", bySize);
    if (!sizes.isEmpty()) {
      map.put("sizes", sizes);
    }
    if (!widths.isEmpty()) {
      map.put("model_sizes", widths);
    }
    if (!networks.isEmpty()) {
      map.put("networks", networks);
    }
    map.put("seeds", seeds);
    return map;
  }
}
