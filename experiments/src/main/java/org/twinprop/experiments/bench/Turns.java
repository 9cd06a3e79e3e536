package org.twinprop.experiments.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.Batch;
import org.twinprop.data.Batches;
import org.twinprop.data.Examples;
import org.twinprop.trainer.Learner;

/**
 * Measures training in turns: A B A B. Whatever else the machine does in the meantime then falls on
 * all alike. Only the steps are timed, not the filling of batches.
 */
final class Turns {
  private static final double LEARNING_RATE = 1e-3;
  private static final long SEED = 1;

  private final List<Learner> contestants;
  private final BenchmarkSettings settings;
  private final Examples examples;

  Turns(List<Learner> contestants, BenchmarkSettings settings, Examples examples) {
    this.contestants = contestants;
    this.settings = settings;
    this.examples = examples;
  }

  List<Timing> measure() {
    Map<String, List<Double>> turns = new LinkedHashMap<>();
    contestants.forEach(one -> turns.put(one.name(), new ArrayList<>()));
    try (Batches batches = new Batches(examples, settings.batch(), DataType.FLOAT)) {
      for (int round = 0; round < settings.warmUp() + settings.rounds(); round++) {
        for (Learner contestant : contestants) {
          double speed = turn(contestant, batches, round);
          if (round >= settings.warmUp()) {
            turns.get(contestant.name()).add(speed);
          }
        }
      }
    }
    return turns.entrySet().stream().map(e -> new Timing(e.getKey(), e.getValue())).toList();
  }

  /** The same batches for every contestant of a round. */
  private double turn(Learner contestant, Batches batches, int round) {
    Iterator<Batch> epoch = batches.epoch(SEED, round).iterator();
    long nanoseconds = 0;
    long seen = 0;
    for (int step = 0; step < settings.steps(); step++) {
      if (!epoch.hasNext()) {
        epoch = batches.epoch(SEED, round).iterator();
      }
      Batch batch = epoch.next();
      long start = System.nanoTime();
      contestant.step(batch.x(), batch.y(), LEARNING_RATE);
      nanoseconds += System.nanoTime() - start;
      seen += batch.rows().length;
    }
    long start = System.nanoTime();
    Nd4j.getExecutioner().commit(); // a GPU has only been asked for the last step until here
    nanoseconds += System.nanoTime() - start;
    return seen / (nanoseconds / 1e9);
  }
}
