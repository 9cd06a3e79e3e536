package org.twinprop.data.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.ArrayFill;
import org.twinprop.data.Examples;
import org.twinprop.data.GroupColumn;

/**
 * Images of classes, in memory, one byte a pixel and channel. Inputs are standardised: over the
 * images that were fitted to, every channel has the mean 0 and the deviation 1.
 */
public final class ImageExamples implements Examples {
  private static final String CLASS = "class";
  private static final double LIGHT = 255;

  private final String description;
  private final ImageSize size;
  private final int channels;
  private final byte[][] pixels;
  private final List<String> classNames;
  private final int[] classes;
  private final List<GroupColumn> groups;
  private final double[] means;
  private final double[] deviations;

  /** Fitted to nothing yet: 0 is dark, and 255 becomes 1. */
  ImageExamples(
      String description,
      ImageSize size,
      int channels,
      byte[][] pixels,
      List<String> classNames,
      int[] classes,
      List<GroupColumn> groups) {
    this.description = description;
    this.size = size;
    this.channels = channels;
    this.pixels = pixels;
    this.classNames = List.copyOf(classNames);
    this.classes = classes;
    this.groups = new ArrayList<>(groups);
    this.groups.add(
        GroupColumn.of(CLASS, IntStream.of(classes).mapToObj(classNames::get).toList()));
    means = new double[channels];
    deviations = new double[channels];
    Arrays.fill(deviations, LIGHT);
  }

  private ImageExamples(ImageExamples other, int[] training) {
    description = other.description;
    size = other.size;
    channels = other.channels;
    pixels = other.pixels;
    classNames = other.classNames;
    classes = other.classes;
    groups = other.groups;
    means = new double[channels];
    deviations = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      fit(channel, training);
    }
  }

  private void fit(int channel, int[] training) {
    int plane = size.width() * size.height();
    double sum = 0;
    double squares = 0;
    for (int row : training) {
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        double value = pixels[row][i] & 0xff;
        sum += value;
        squares += value * value;
      }
    }
    double count = (double) plane * training.length;
    means[channel] = sum / count;
    double variance = squares / count - means[channel] * means[channel];
    deviations[channel] = variance > 1e-9 ? Math.sqrt(variance) : LIGHT;
  }

  @Override
  public Examples fittedTo(int[] training) {
    return new ImageExamples(this, training);
  }

  @Override
  public float[] light(int row) {
    float[] light = new float[pixels[row].length];
    for (int i = 0; i < light.length; i++) {
      light[i] = (pixels[row][i] & 0xff) / (float) LIGHT;
    }
    return light;
  }

  @Override
  public boolean darkIsOne() {
    return false;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public int size() {
    return classes.length;
  }

  @Override
  public long[] inputShape() {
    return new long[] {channels, size.height(), size.width()};
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public void inputs(int[] rows, INDArray into) {
    int plane = size.width() * size.height();
    ArrayFill.fill(
        into,
        rows.length,
        inputShape(),
        (position, values) -> {
          byte[] image = pixels[rows[position]];
          for (int i = 0; i < image.length; i++) {
            int channel = i / plane;
            values[i] = ((image[i] & 0xff) - means[channel]) / deviations[channel];
          }
        });
  }

  @Override
  public int classOf(int row) {
    return classes[row];
  }

  @Override
  public List<String> groupColumns() {
    return groups.stream().map(GroupColumn::name).toList();
  }

  @Override
  public String group(String column, int row) {
    return GroupColumn.named(column, groups, description).group(row);
  }
}
