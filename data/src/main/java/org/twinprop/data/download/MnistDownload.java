package org.twinprop.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.twinprop.data.BadInput;

/**
 * Fetches the four files of MNIST (LeCun, Cortes, Burges; CC BY-SA 3.0) and QMNIST's two tables of
 * who wrote each digit (Yadav and Bottou 2019; BSD-style licence) from public mirrors, about 12 MB.
 */
public final class MnistDownload {
  private static final List<String> MNIST_MIRRORS =
      List.of(
          "https://ossci-datasets.s3.amazonaws.com/mnist/",
          "https://storage.googleapis.com/cvdf-datasets/mnist/");
  private static final List<String> QMNIST_MIRRORS =
      List.of(
          "https://raw.githubusercontent.com/facebookresearch/qmnist/master/",
          "https://github.com/facebookresearch/qmnist/raw/master/");

  /** The public files; the checksums are those of the unpacked IDX files. */
  static final List<RemoteFile> FILES =
      List.of(
          RemoteFile.of(
              "train-images-idx3-ubyte.gz",
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              MNIST_MIRRORS),
          RemoteFile.of(
              "train-labels-idx1-ubyte.gz",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              MNIST_MIRRORS),
          RemoteFile.of(
              "t10k-images-idx3-ubyte.gz",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              MNIST_MIRRORS),
          RemoteFile.of(
              "t10k-labels-idx1-ubyte.gz",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
              MNIST_MIRRORS),
          RemoteFile.of(
              "qmnist-train-labels-idx2-int.gz",
              "bb1b6e1ec7b04fd5696f1ed50b5f58f8ef195118edd5c93c81783df9740b8ac5",
              QMNIST_MIRRORS),
          RemoteFile.of(
              "qmnist-test-labels-idx2-int.gz",
              "92d0ccb8c25f9c6534270fb4be7e1d24a1c6d315edfc8a638bfbd31c70f362dd",
              QMNIST_MIRRORS));

  private MnistDownload() {}

  /**
   * Fetches what is not there yet. A file appears under its name only when it is whole and its
   * content is right; a partial one ends in ".part" and is continued by the next call.
   *
   * @param cacheFolder created if need be, e.g. {@link org.twinprop.data.CacheFolder#path()}
   * @param listener told what happens
   * @return the folder of the six files, {@code mnist} in the cache folder
   * @throws BadInput if the folder cannot be written or a file comes from no mirror; the message
   *     says what each mirror answered
   */
  public static Path get(Path cacheFolder, ProgressListener listener) {
    return get(FILES, cacheFolder.resolve("mnist"), Patience.DEFAULT, listener);
  }

  static Path get(
      List<RemoteFile> files, Path folder, Patience patience, ProgressListener listener) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInput(
          "cannot create the folder %s (%s); set XDG_CACHE_HOME to one that can be written"
              .formatted(folder, e.getMessage()),
          e);
    }
    FileDownload download = new FileDownload(patience, listener);
    files.forEach(file -> download.get(file, folder));
    return folder;
  }
}
