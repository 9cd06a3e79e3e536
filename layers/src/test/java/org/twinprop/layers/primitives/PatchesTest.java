package org.twinprop.layers.primitives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.layers.primitives.Window.Pair;

/** Both ways to take patches, on the same random windows and images. */
class PatchesTest {
  private record Case(DataType type, long[] images, Window window, boolean channelByChannel) {
    @Override
    public String toString() {
      return type + " " + Arrays.toString(images) + " " + window + channelByChannel;
    }
  }

  static Stream<Case> cases() {
    SplittableRandom random = new SplittableRandom(11);
    return IntStream.range(0, 60)
        .mapToObj(i -> draw(random, i % 2 == 0 ? DataType.FLOAT : DataType.DOUBLE))
        .filter(
            c -> c.window.outputHeight(c.images[2]) > 0 && c.window.outputWidth(c.images[3]) > 0);
  }

  private static Case draw(SplittableRandom random, DataType type) {
    Window window =
        new Window(
            new Pair(random.nextInt(1, 5), random.nextInt(1, 5)),
            new Pair(random.nextInt(1, 4), random.nextInt(1, 4)),
            new Pair(random.nextInt(0, 3), random.nextInt(0, 3)),
            new Pair(random.nextInt(1, 3), random.nextInt(1, 3)));
    long[] images = {
      random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 12), random.nextInt(1, 12)
    };
    return new Case(type, images, window, random.nextBoolean());
  }

  private static INDArray images(Case c) {
    INDArray values = Nd4j.rand(c.type, c.images).subi(0.5);
    if (!c.channelByChannel) {
      return values;
    }
    long[] s = c.images;
    return Layout.byExample(Nd4j.create(c.type, new long[] {s[1], s[0], s[2], s[3]}, 'c'))
        .assign(values);
  }

  private static INDArray columns(Case c) {
    return Nd4j.create(
        c.type,
        new long[] {
          c.images[1],
          c.window.area(),
          c.images[0],
          c.window.outputHeight(c.images[2]),
          c.window.outputWidth(c.images[3])
        },
        'c');
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loopsGatherWhatViewsGather(Case c) {
    assumeTrue(HostPrimitives.available(), "the loops need ND4J on this machine's CPU");
    INDArray images = images(c);
    INDArray byLoops = columns(c);
    INDArray byViews = columns(c);
    byLoops.assign(7); // whatever was there must be overwritten
    new HostPatches(images, c.window).gather(byLoops, -3);
    new ViewPatches(images, c.window).gather(byViews, -3);
    assertArrayEquals(byViews.data().asDouble(), byLoops.data().asDouble());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loopsScatterWhatViewsScatter(Case c) {
    assumeTrue(HostPrimitives.available(), "the loops need ND4J on this machine's CPU");
    INDArray images = images(c);
    INDArray columns = columns(c).addi(Nd4j.rand(c.type, columns(c).shape()));
    INDArray byLoops = images(c);
    INDArray byViews = images(c);
    new HostPatches(images, c.window).scatter(columns, byLoops);
    new ViewPatches(images, c.window).scatter(columns, byViews);
    double tolerance = c.type == DataType.FLOAT ? 1e-5 : 1e-13;
    assertArrayEquals(
        byViews.dup('c').data().asDouble(), byLoops.dup('c').data().asDouble(), tolerance);
  }

  /** Scattering is the transpose of gathering: (gather x) . c = x . (scatter c) for any x and c. */
  @ParameterizedTest
  @MethodSource("cases")
  void scatteringIsTheTransposeOfGathering(Case c) {
    INDArray images = images(c);
    INDArray gathered = columns(c);
    INDArray columns = columns(c).addi(Nd4j.rand(c.type, gathered.shape()).subi(0.5));
    INDArray scattered = images(c);
    Patches patches = Primitives.ofThisMachine().patches(images, c.window);
    patches.gather(gathered, 0);
    patches.scatter(columns, scattered);
    double left = gathered.mul(columns).sumNumber().doubleValue();
    double right = images.mul(scattered).sumNumber().doubleValue();
    double tolerance = c.type == DataType.FLOAT ? 1e-3 : 1e-11;
    assertEquals(left, right, tolerance);
  }

  @Test
  void thisMachineTakesTheLoopsWhereItCan() {
    assumeTrue(HostPrimitives.available(), "the loops need ND4J on this machine's CPU");
    Case c = cases().findFirst().orElseThrow();
    assertTrue(Primitives.ofThisMachine().patches(images(c), c.window) instanceof HostPatches);
  }
}
