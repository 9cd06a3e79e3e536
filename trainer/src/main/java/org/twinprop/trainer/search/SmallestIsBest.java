package org.twinprop.trainer.search;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;

/** Tells Arbiter's genetic generator which of two scores is better; scores come from elsewhere. */
final class SmallestIsBest implements ScoreFunction {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean minimize() {
    return true;
  }

  @Override
  public double score(Object model, DataProvider data, Map<String, Object> parameters) {
    throw new UnsupportedOperationException("scores are reported, not asked for");
  }

  @Override
  public double score(
      Object model, Class<? extends DataSource> source, Properties sourceProperties) {
    throw new UnsupportedOperationException("scores are reported, not asked for");
  }

  @Override
  public List<Class<?>> getSupportedModelTypes() {
    return List.of();
  }

  @Override
  public List<Class<?>> getSupportedDataTypes() {
    return List.of();
  }
}
