package org.twinprop.trainer.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** All settings that a candidate may have: a space of texts for each key. */
public final class SettingsSpace implements ParameterSpace<LinkedHashMap<String, String>> {
  private final Map<String, TextSpace> spaces;

  /**
   * @param spaces by key, in the order in which people see them
   */
  public SettingsSpace(Map<String, TextSpace> spaces) {
    this.spaces = new LinkedHashMap<>(spaces);
  }

  /** The keys whose values differ between candidates. */
  public List<String> searched() {
    return spaces.keySet().stream().filter(key -> !spaces.get(key).isFixed()).toList();
  }

  @Override
  public LinkedHashMap<String, String> getValue(double[] numbers) {
    LinkedHashMap<String, String> settings = new LinkedHashMap<>();
    spaces.forEach((key, space) -> settings.put(key, space.getValue(numbers)));
    return settings;
  }

  @Override
  public int numParameters() {
    return collectLeaves().size();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public List<ParameterSpace> collectLeaves() {
    return spaces.values().stream().flatMap(space -> space.collectLeaves().stream()).toList();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Arbiter has it
  public Map<String, ParameterSpace> getNestedSpaces() {
    return new LinkedHashMap<>(spaces);
  }

  @Override
  public boolean isLeaf() {
    return false;
  }

  @Override
  public void setIndices(int... indices) {
    throw new UnsupportedOperationException("the leaves have indices");
  }
}
