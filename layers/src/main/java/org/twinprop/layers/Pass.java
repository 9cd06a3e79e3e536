package org.twinprop.layers;

import java.util.SplittableRandom;
import org.twinprop.layers.primitives.Primitives;

/**
 * What all layers of a network share during a pass: whether it trains, and the seed and step that
 * random numbers follow from. A step's random numbers depend on nothing but seed, step and layer,
 * so a run that is resumed at a step draws what an uninterrupted one would have drawn.
 */
public final class Pass {
  private final long seed;
  private final Primitives primitives = Primitives.ofThisMachine();
  private boolean training = true;
  private boolean inputGradient;
  private long step;

  /**
   * @param seed of every random number that layers draw while training
   */
  public Pass(long seed) {
    this.seed = seed;
  }

  /** The primitives that the layers compute with. */
  public Primitives primitives() {
    return primitives;
  }

  /**
   * Whether layers behave as in training (dropout drops, batch norm takes the batch's statistics).
   */
  public boolean training() {
    return training;
  }

  public void training(boolean value) {
    training = value;
  }

  /** Whether the gradient by the network's own input is wanted. */
  public boolean inputGradient() {
    return inputGradient;
  }

  public void inputGradient(boolean value) {
    inputGradient = value;
  }

  public long step() {
    return step;
  }

  /**
   * @param value the training step that comes next: every step draws other random numbers
   */
  public void step(long value) {
    step = value;
  }

  SplittableRandom random(int layer) {
    return new SplittableRandom(mixed(mixed(mixed(seed) + step) + layer));
  }

  /** Scrambles the bits, so that neighbouring seeds, steps or layers have nothing in common. */
  private static long mixed(long number) {
    return new SplittableRandom(number).nextLong();
  }
}
