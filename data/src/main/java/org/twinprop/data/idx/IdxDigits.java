package org.twinprop.data.idx;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.twinprop.data.BadInput;

/**
 * Images, their classes and, if known, their writers: files that were found to fit each other.
 *
 * @param pixels image after image, a byte a pixel, row after row from the top
 * @param height of each image, in pixels
 * @param width of each image, in pixels
 * @param classes the class of each image, 0 to 9
 * @param writers of each image; may have more rows than there are images
 */
public record IdxDigits(
    ByteBuffer pixels, int height, int width, byte[] classes, Optional<QmnistWriters> writers) {
  private static final String REMEDY =
      "name them as they were published, or fetch all again with './twinprop data get mnist'";
  private static final int CLASSES = 10;
  private static final int MNIST_TEST_ROWS = 10_000;
  private static final int QMNIST_TEST_ROWS = 60_000;

  /**
   * Opens the files and compares them with each other.
   *
   * @throws BadInput if a file cannot be used or does not fit the others
   */
  static IdxDigits open(Path imagesPath, Path labelsPath, Optional<Path> writersPath) {
    IdxFile images = IdxFile.open(imagesPath, IdxKind.IMAGES);
    IdxFile labels = IdxFile.open(labelsPath, IdxKind.LABELS);
    if (labels.rows() != images.rows()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s holds %,d labels for the %,d images of %s: the files do not belong together; %s",
              labelsPath,
              labels.rows(),
              images.rows(),
              imagesPath,
              REMEDY));
    }
    byte[] classes = classes(labels);
    Optional<QmnistWriters> writers = writersPath.map(path -> writers(path, labelsPath, classes));
    int[] shape = images.header().shape();
    return new IdxDigits(images.body(), shape[1], shape[2], classes, writers);
  }

  /** The number of images. */
  public int size() {
    return classes.length;
  }

  private static byte[] classes(IdxFile labels) {
    byte[] classes = new byte[labels.rows()];
    labels.body().get(0, classes);
    for (int row = 0; row < classes.length; row++) {
      if (classes[row] < 0 || classes[row] >= CLASSES) {
        throw new BadInput(
            "%s: label %d of row %d (from 0) is no digit, 0 to 9 are: the file is damaged; %s"
                .formatted(labels.path(), classes[row] & 0xff, row, IdxFile.REMEDY));
      }
    }
    return classes;
  }

  private static QmnistWriters writers(Path path, Path labelsPath, byte[] classes) {
    IdxFile file = IdxFile.open(path, IdxKind.WRITERS);
    if (file.rows() != classes.length && !describesAllOfQmnistTest(file.rows(), classes.length)) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s holds %,d writer labels for %,d images: the files do not belong together; %s",
              path,
              file.rows(),
              classes.length,
              REMEDY));
    }
    QmnistWriters writers = new QmnistWriters(file.body().asIntBuffer());
    for (int row = 0; row < classes.length; row++) {
      if (writers.classOf(row) != classes[row]) {
        throw new BadInput(
            "%s: row %d (from 0) is about a digit %d, but the label there in %s is %d: the files do not describe the same digits (those of training and test may be swapped); %s"
                .formatted(path, row, writers.classOf(row), labelsPath, classes[row], REMEDY));
      }
    }
    return writers;
  }

  /** QMNIST's test table goes on after MNIST's 10,000 test images with 50,000 recovered ones. */
  private static boolean describesAllOfQmnistTest(int rows, int images) {
    return rows == QMNIST_TEST_ROWS && images == MNIST_TEST_ROWS;
  }
}
