package org.twinprop.data.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.data.GroupColumn;
import org.twinprop.data.table.Table;
import org.twinprop.data.table.TableFile;

/**
 * Reads a folder with a folder of PNG or JPEG files for each class, and {@code groups.csv} beside
 * them, if there is one: a column {@code file}, such as {@code cats/1.png}, and a column for each
 * kind of group.
 */
public final class ImageFolder {
  private static final String GROUPS = "groups.csv";
  private static final String FILE = "file";
  private static final String MISSING = "(missing)";
  private static final int LARGEST_SIDE = 64;
  private static final long MOST_BYTES = 1L << 30;

  private final Path folder;
  private final Optional<ImageSize> wanted;
  private final List<String> notes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Integer> classes = new ArrayList<>();

  private ImageFolder(Path folder, Optional<ImageSize> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  /**
   * What was read.
   *
   * @param examples all images, grey if all are grey, else in red, green and blue
   * @param files where they are from, in the same order
   * @param notes what was done with them, in sentences
   */
  public record Found(ImageExamples examples, List<Path> files, List<String> notes) {}

  /**
   * @param size to scale to; where it is empty, images of one size stay as they are up to 64 pixels
   * @throws BadInput if there are fewer than two classes, a class without images, an image that
   *     cannot be read, or groups of files that are not there
   */
  public static Found read(Path folder, Optional<ImageSize> size) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          Files.exists(folder)
              ? folder
                  + ": is not a folder; name the one that has a folder of images for each class"
              : folder + ": there is no such folder; check its name");
    }
    return new ImageFolder(folder, size).readAll();
  }

  private Found readAll() {
    List<String> names = listed();
    List<GroupColumn> groups = groups();
    List<ImageSize> sizes = new ArrayList<>();
    boolean colour = false;
    for (Path file : files) {
      BufferedImage image = ImageFile.read(file);
      sizes.add(new ImageSize(image.getWidth(), image.getHeight()));
      colour |= colourful(image);
    }
    ImageSize size = size(sizes);
    requireRoom(size, colour ? 3 : 1);
    byte[][] pixels = new byte[files.size()][];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels(ImageFile.read(files.get(i)), size, colour);
    }
    notes.add(
        "%s of %s pixels, %s"
            .formatted("images", size, colour ? "in colour" : "grey, as none has a colour"));
    ImageExamples examples =
        new ImageExamples(
            "images in " + folder,
            size,
            colour ? 3 : 1,
            pixels,
            names,
            classes.stream().mapToInt(Integer::intValue).toArray(),
            groups);
    return new Found(examples, List.copyOf(files), List.copyOf(notes));
  }

  /** The names of the classes; the files of each are kept. */
  private List<String> listed() {
    List<Path> folders = children(folder).filter(Files::isDirectory).toList();
    if (folders.size() < 2) {
      throw new BadInput(
          "%s: has %d %s in it; give one folder of images for each class, at least two"
              .formatted(folder, folders.size(), folders.size() == 1 ? "folder" : "folders"));
    }
    int others = 0;
    for (int k = 0; k < folders.size(); k++) {
      List<Path> all = children(folders.get(k)).filter(Files::isRegularFile).toList();
      List<Path> images = all.stream().filter(ImageFolder::isImage).toList();
      others += all.size() - images.size();
      if (images.size() < 2) {
        throw new BadInput(
            "%s: has %d PNG or JPEG %s; a class needs at least 2, to learn from and to test"
                .formatted(folders.get(k), images.size(), images.size() == 1 ? "file" : "files"));
      }
      for (Path image : images) {
        files.add(image);
        classes.add(k);
      }
    }
    if (2 * folders.size() > files.size()) {
      throw new BadInput(
          "%s: has %d classes and %d images, too few to learn from"
              .formatted(folder, folders.size(), files.size()));
    }
    if (others > 0) {
      notes.add(
          "%d files that are no PNG or JPEG by their names were passed over".formatted(others));
    }
    return folders.stream().map(path -> path.getFileName().toString()).toList();
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new BadInput(folder + ": cannot be read; check its permissions", e);
    }
  }

  private static boolean isImage(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)");
  }

  private List<GroupColumn> groups() {
    Path file = folder.resolve(GROUPS);
    if (!Files.exists(file)) {
      return List.of();
    }
    Table table = TableFile.readShort(file);
    if (!table.has(FILE)) {
      throw new BadInput(
          "%s: has no column 'file'; its columns are %s"
              .formatted(file, String.join(", ", table.header())));
    }
    Map<Path, Integer> rows = new LinkedHashMap<>();
    List<String> named = table.column(FILE);
    for (int row = 0; row < named.size(); row++) {
      Path image = folder.resolve(named.get(row)).normalize();
      if (!Files.exists(image)) {
        throw new BadInput(
            "%s: there is no file %s; write its path as in %s"
                .formatted(
                    table.place(row, FILE), named.get(row), folder.relativize(files.get(0))));
      }
      rows.put(image, row);
    }
    return table.header().stream()
        .filter(column -> !column.equals(FILE))
        .map(column -> column(table, column, rows))
        .toList();
  }

  private GroupColumn column(Table table, String name, Map<Path, Integer> rows) {
    List<String> texts = table.column(name);
    return GroupColumn.of(
        name,
        files.stream()
            .map(
                image -> {
                  Integer row = rows.get(image.normalize());
                  return row == null || texts.get(row).isEmpty() ? MISSING : texts.get(row);
                })
            .toList());
  }

  private ImageSize size(List<ImageSize> sizes) {
    ImageSize first = sizes.get(0);
    long same = sizes.stream().filter(first::equals).count();
    if (wanted.isPresent()) {
      notes.add("images are scaled to %s, as you said".formatted(wanted.get()));
      return wanted.get();
    }
    if (same == sizes.size() && Math.max(first.width(), first.height()) <= LARGEST_SIDE) {
      return first;
    }
    int side =
        Math.min(
            LARGEST_SIDE,
            sizes.stream().mapToInt(size -> Math.min(size.width(), size.height())).min().orElse(1));
    ImageSize size = new ImageSize(side, side);
    notes.add(
        same == sizes.size()
            ? "images of %s are scaled to %s; --size takes another".formatted(first, size)
            : "images are of different sizes, and are scaled to %s whatever their shape; --size takes another"
                .formatted(size));
    return size;
  }

  private void requireRoom(ImageSize size, int channels) {
    long bytes = (long) files.size() * channels * size.width() * size.height();
    if (bytes > MOST_BYTES) {
      throw new BadInput(
          "%s: %,d images of %s take %,d MB, and at most %,d are held: say a smaller --size"
              .formatted(folder, files.size(), size, bytes >> 20, MOST_BYTES >> 20));
    }
  }

  private static boolean colourful(BufferedImage image) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int red = (rgb >> 16) & 0xff;
        if (red != ((rgb >> 8) & 0xff) || red != (rgb & 0xff)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Channel after channel, row after row from the top. */
  private static byte[] pixels(BufferedImage image, ImageSize size, boolean colour) {
    BufferedImage scaled = ImageFile.scaled(image, size.width(), size.height());
    int plane = size.width() * size.height();
    byte[] pixels = new byte[colour ? 3 * plane : plane];
    for (int i = 0; i < plane; i++) {
      int rgb = scaled.getRGB(i % size.width(), i / size.width());
      pixels[i] = (byte) (rgb >> 16);
      if (colour) {
        pixels[plane + i] = (byte) (rgb >> 8);
        pixels[2 * plane + i] = (byte) rgb;
      }
    }
    return pixels;
  }
}
