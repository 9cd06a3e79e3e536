package org.twinprop.layers.primitives;

import org.nd4j.linalg.api.buffer.DataType;

/** Work entry by entry, in stretches that fit the processor's first cache. */
final class Elementwise {
  /** Below so many numbers it takes longer to share the work out than to do it. */
  private static final long WORTH_SHARING = 1 << 15;

  private static final int TILES = 4;
  private static final ThreadLocal<Tile[]> FLOATS =
      ThreadLocal.withInitial(() -> tiles(DataType.FLOAT));
  private static final ThreadLocal<Tile[]> DOUBLES =
      ThreadLocal.withInitial(() -> tiles(DataType.DOUBLE));

  private final Team team;

  Elementwise(Team team) {
    this.team = team;
  }

  /** What is done to one stretch. */
  @FunctionalInterface
  interface Stretch {
    /**
     * @param tiles to compute in, each of {@link Tile#SIZE}
     * @param at where the stretch begins in the arrays
     * @param count of its entries
     */
    void compute(Tile[] tiles, long at, int count);
  }

  /** The calling thread's tiles. */
  static Tile[] tiles(Numbers of) {
    return of.type() == DataType.FLOAT ? FLOATS.get() : DOUBLES.get();
  }

  void each(Numbers of, long length, Stretch stretch) {
    if (length < WORTH_SHARING) {
      stretches(of, 0, length, stretch);
      return;
    }
    team.eachPart(
        part -> stretches(of, team.start(part, length), team.start(part + 1, length), stretch));
  }

  private static void stretches(Numbers of, long from, long to, Stretch stretch) {
    Tile[] tiles = tiles(of);
    for (long at = from; at < to; at += Tile.SIZE) {
      stretch.compute(tiles, at, (int) Math.min(Tile.SIZE, to - at));
    }
  }

  private static Tile[] tiles(DataType type) {
    Tile[] tiles = new Tile[TILES];
    for (int i = 0; i < TILES; i++) {
      tiles[i] = Tile.of(type, Tile.SIZE);
    }
    return tiles;
  }
}
