package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinprop.data.BadInput;
import org.twinprop.data.Examples;
import org.twinprop.data.Parts;
import org.twinprop.data.SourceFile;
import org.twinprop.data.Split;
import org.twinprop.data.Splits;
import org.twinprop.data.images.ImageFolder;
import org.twinprop.data.images.ImageSize;
import org.twinprop.layers.text.Nearest;

/**
 * Any images, in a folder for each class.
 *
 * @param choices what a person said about them
 */
record ImagesTask(DataChoices choices) implements Task {
  static final Task UNSAID = new ImagesTask(DataChoices.NONE);

  private static final double TEST_SHARE = 0.2;
  private static final double VALIDATION_SHARE = 0.1;

  @Override
  public String name() {
    return "images";
  }

  @Override
  public Set<String> takes() {
    return Set.of("images", "size", "apart");
  }

  @Override
  public Task saying(DataChoices said) {
    return new ImagesTask(said);
  }

  @Override
  public Map<String, Object> settings() {
    return choices.toMap();
  }

  /**
   * @throws BadInput if the folder has a fault, or a folder of data is named too
   */
  @Override
  public TaskData load(Optional<Path> data, OptionalInt limit, long seed) {
    Path folder =
        choices
            .images()
            .orElseThrow(
                () -> new BadInput("the experiment images needs 'images': name a folder of them"));
    ImageFolder.Found found = ImageFolder.read(folder, choices.size().map(ImageSize::parse));
    Examples all = found.examples();
    choices.apart().ifPresent(column -> requireColumn(all, column));
    Split last = split(all, TEST_SHARE, seed);
    Split first = split(last.kept(), VALIDATION_SHARE, seed + 1);
    Examples train =
        limit.isPresent() && limit.getAsInt() < first.kept().size()
            ? split(first.kept(), (double) limit.getAsInt() / first.kept().size(), seed + 2)
                .heldOut()
            : first.kept();
    Parts parts = Parts.fitted(new Split(train, first.heldOut()), last.heldOut());
    return new TaskData(
        parts.train(),
        parts.validation(),
        parts.test(),
        sources(folder),
        wording(folder),
        SensibleNetwork.epochs(10 * train.size()),
        Optional.of(
            new TableAccount(
                List.of(),
                "Classification of images: %d classes, the names of the folders"
                    .formatted(all.classNames().size()),
                found.notes(),
                "")));
  }

  private static void requireColumn(Examples all, String column) {
    if (!all.groupColumns().contains(column)) {
      throw new BadInput(
          "groups.csv has no column '%s' (%s)"
              .formatted(column, Nearest.hint(column, all.groupColumns())));
    }
  }

  /** Whole groups where some belong together; else of every class the same share. */
  private Split split(Examples all, double share, long seed) {
    return Splits.ofClassesBy(all, choices.apart(), share, seed);
  }

  /** The table of groups; images are too many to name each. */
  private static List<SourceFile> sources(Path folder) {
    Path groups = folder.resolve("groups.csv");
    return IntStream.range(0, groups.toFile().isFile() ? 1 : 0)
        .mapToObj(i -> SourceFile.of(groups))
        .toList();
  }

  private Wording wording(Path folder) {
    return new Wording(
        "Images of " + folder.toAbsolutePath().normalize().getFileName(),
        "images",
        folder.toString(),
        "",
        "",
        "image is in one part",
        choices.apart());
  }
}
