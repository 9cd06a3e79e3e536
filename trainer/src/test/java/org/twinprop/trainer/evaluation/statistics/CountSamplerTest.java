package org.twinprop.trainer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawn counts follow their distributions: chi-square goodness of fit over 20,000 draws. */
class CountSamplerTest {
  private static final int DRAWS = 20_000;

  private static double fit(
      ToIntFunction<SplittableRandom> draw, IntToDoubleFunction probability, int most) {
    SplittableRandom random = new SplittableRandom(11);
    long[] counts = new long[most + 1];
    for (int i = 0; i < DRAWS; i++) {
      counts[draw.applyAsInt(random)]++;
    }
    // neighbours are taken together until at least ten draws are expected
    List<Double> expected = new ArrayList<>();
    List<Long> observed = new ArrayList<>();
    double share = 0;
    long seen = 0;
    for (int k = 0; k <= most; k++) {
      share += probability.applyAsDouble(k);
      seen += counts[k];
      if (share * DRAWS >= 10 || k == most) {
        expected.add(Math.max(share, 1e-12));
        observed.add(seen);
        share = 0;
        seen = 0;
      }
    }
    return ChiSquareTest.withDefaults()
        .test(
            expected.stream().mapToDouble(Double::doubleValue).toArray(),
            observed.stream().mapToLong(Long::longValue).toArray())
        .getPValue();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.3", "10, 0.05", "10, 0.95", "60, 0.5", "900, 0.01", "900, 0.7"})
  void binomialCountsFollowTheirDistribution(int trials, double p) {
    BinomialDistribution distribution = BinomialDistribution.of(trials, p);
    double fit =
        fit(random -> CountSampler.binomial(random, trials, p), distribution::probability, trials);
    assertTrue(fit > 1e-4, "p = " + fit);
  }

  @ParameterizedTest
  @CsvSource({"20, 5, 8", "20, 15, 18", "500, 40, 100", "1000, 990, 500"})
  void hypergeometricCountsFollowTheirDistribution(int balls, int red, int draws) {
    HypergeometricDistribution distribution = HypergeometricDistribution.of(balls, red, draws);
    double fit =
        fit(
            random -> CountSampler.hypergeometric(random, balls, red, draws),
            distribution::probability,
            Math.min(red, draws));
    assertTrue(fit > 1e-4, "p = " + fit);
  }

  @Test
  void whatIsCertainIsNotDrawn() {
    SplittableRandom random = new SplittableRandom(1);
    assertEquals(0, CountSampler.binomial(random, 50, 0));
    assertEquals(50, CountSampler.binomial(random, 50, 1));
    assertEquals(0, CountSampler.binomial(random, 0, 0.5));
    assertEquals(7, CountSampler.hypergeometric(random, 10, 7, 10));
  }

  @Test
  void millionsOfTrialsHaveTheRightSpread() {
    SplittableRandom random = new SplittableRandom(3);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 2_000; i++) {
      double deviation = CountSampler.binomial(random, 5_000_000, 0.2) - 1_000_000;
      sum += deviation;
      squares += deviation * deviation;
    }
    double sd = Math.sqrt(5_000_000 * 0.2 * 0.8);
    assertEquals(0, sum / 2_000 / sd, 4 / Math.sqrt(2_000));
    assertEquals(1, Math.sqrt(squares / 2_000) / sd, 4 / Math.sqrt(4_000));
  }
}
