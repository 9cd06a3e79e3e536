package org.twinprop.experiments.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.twinprop.data.Examples;

/**
 * What the first layer of a network has learned to look for: its kernels, and the feature map that
 * each makes of one image.
 *
 * @param why they are as they are, in plain words and in numbers of this network
 * @param reading how to read the pictures
 * @param image the one that was looked at, as an address
 * @param imageWords the same for who cannot see it
 * @param caption beside it
 * @param kernels the first of them, where there are many
 * @param scales what full colour stands for
 */
public record Features(
    String why,
    String reading,
    String image,
    String imageWords,
    String caption,
    List<Kernel> kernels,
    String scales) {
  private static final int MOST_KERNELS = 64;

  /** A kernel as it began, as it is, and what it answers. */
  public record Kernel(int number, List<Picture> pictures) {}

  /** An image and what it says in words. */
  public record Picture(String title, String image, String words) {}

  /**
   * @param row of the example that the layer looked at
   * @param predicted the class that the network took it for
   */
  static Features of(FirstLayer layer, Examples examples, int row, int predicted) {
    String label = examples.classNames().get(examples.classOf(row));
    String read = examples.classNames().get(predicted);
    int shown = Math.min(MOST_KERNELS, layer.count());
    return new Features(
        layer.why(),
        "Each kernel is shown as it began, by chance, and as training left it. Where the image is"
            + " dark under vermilion weights, its answer grows; where it is dark under blue ones, it"
            + " falls; white weights do not matter. The feature map beside it has the kernel’s"
            + " answer at every place of the image below: vermilion above 0, blue below.",
        WrongDigit.png(examples, row),
        "The image that was looked at: a " + label,
        "The first of the images to test, a “%s”, which the network read as “%s”. %s"
            .formatted(label, read, layer.answers()),
        IntStream.range(0, shown).mapToObj(k -> kernel(layer, k)).toList(),
        scales(layer, shown));
  }

  private static Kernel kernel(FirstLayer layer, int k) {
    double weight = layer.largestWeight();
    String name = "Kernel " + (k + 1);
    List<Picture> pictures = new ArrayList<>();
    pictures.add(picture("began as", name + " as it began", layer.start().get(k), weight));
    pictures.add(picture("learned", name + " as learned", layer.learned().get(k), weight));
    pictures.add(
        picture(
            "feature map",
            "Feature map of kernel " + (k + 1),
            layer.maps().get(k),
            layer.largestAnswer()));
    return new Kernel(k + 1, pictures);
  }

  private static Picture picture(String title, String what, Plane plane, double scale) {
    Tiles tiles = new Tiles(1, 1, plane.height(), plane.width());
    double least = Arrays.stream(plane.values()).min().orElse(0);
    double most = Arrays.stream(plane.values()).max().orElse(0);
    return new Picture(
        title,
        Page.address(HeatMap.draw(plane.values(), tiles, scale)),
        "%s: %d by %d numbers from %s to %s"
            .formatted(
                what,
                plane.height(),
                plane.width(),
                Numbers.measure(least),
                Numbers.measure(most)));
  }

  private static String scales(FirstLayer layer, int shown) {
    String rest =
        shown < layer.count()
            ? " The first %d of %d kernels are shown.".formatted(shown, layer.count())
            : "";
    return "Full colour is a weight of %s in every kernel, and an answer of %s in every map.%s"
        .formatted(
            Numbers.measure(layer.largestWeight()), Numbers.measure(layer.largestAnswer()), rest);
  }
}
