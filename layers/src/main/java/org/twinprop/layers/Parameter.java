package org.twinprop.layers;

/**
 * What a layer says about one array that it needs: its name within the layer, its shape, and how it
 * begins.
 *
 * @param name as in the layer's formula: {@code W}, {@code b}, {@code gamma}
 * @param shape of the array
 * @param role what training does with it
 * @param start the value that every entry begins with; weights are drawn by an {@code Initializer}
 *     instead
 * @param fanIn the number of inputs that one output sums over; initialisers scale by it
 * @param fanOut the number of outputs that one input reaches
 */
public record Parameter(
    String name, Shape shape, Role role, double start, long fanIn, long fanOut) {

  /** What training does with a parameter. */
  public enum Role {
    /** Drawn at random, trained, and held small by L1 and L2. */
    WEIGHT,
    /** Begins at a constant, trained, and left alone by L1 and L2. */
    OFFSET,
    /** Not trained by gradients: a running statistic that the forward pass keeps. */
    STATE
  }

  /** A weight of the given sizes. */
  public static Parameter weight(String name, long fanIn, long fanOut, long... sizes) {
    return new Parameter(name, Shape.of(sizes), Role.WEIGHT, 0, fanIn, fanOut);
  }

  /** A trained parameter that begins at {@code start} and that L1 and L2 leave alone. */
  public static Parameter offset(String name, double start, long... sizes) {
    return new Parameter(name, Shape.of(sizes), Role.OFFSET, start, 1, 1);
  }

  /** A running statistic that begins at {@code start}. */
  public static Parameter state(String name, double start, long... sizes) {
    return new Parameter(name, Shape.of(sizes), Role.STATE, start, 1, 1);
  }

  public boolean trained() {
    return role != Role.STATE;
  }
}
