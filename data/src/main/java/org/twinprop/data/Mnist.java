package org.twinprop.data;

import java.nio.file.Path;

/** The MNIST digits with QMNIST's account of who wrote each of them. */
public final class Mnist {
  private Mnist() {}

  /**
   * Reads and checks the files of a folder.
   *
   * @param folder holds the files, or a folder {@code mnist} that holds them
   * @throws BadInput if a file is missing, damaged or does not fit the others
   */
  public static DigitSource load(Path folder) {
    throw new BadInput("reading " + folder + " comes with the next commit");
  }
}
