package org.twinprop.experiments.tasks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinprop.data.BadInput;
import org.twinprop.data.SourceFile;
import org.twinprop.data.made.MadeRents;
import org.twinprop.data.table.Table;
import org.twinprop.data.table.TableFile;
import org.twinprop.data.table.TableQuestion;

/**
 * The monthly rent of flats in New York; without a file, of a city that a program made up.
 *
 * @param choices what a person said otherwise
 */
record RentsOfListings(DataChoices choices) implements Task {
  static final Task AS_USUAL = new RentsOfListings(DataChoices.NONE);

  private static final String FILE = "streeteasy.csv";
  private static final String TITLE = "Monthly rents";
  private static final String ADVICE =
      "(real listings: name a folder that has streeteasy.csv, with --data or TWINPROP_DATA)";
  private static final String CAUTION =
      "These listings were made by a program: they show that everything works, and say nothing about"
          + " anyone's rent.";

  /** The made listings are the same in every run, whatever its seed. */
  private static final long MADE_SEED = 1;

  @Override
  public String name() {
    return "rents";
  }

  @Override
  public boolean readsFolder() {
    return true;
  }

  @Override
  public Set<String> takes() {
    return Set.of("group", "apart", "exclude", "keep", "log_target");
  }

  @Override
  public Task saying(DataChoices said) {
    return new RentsOfListings(said);
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(choices.toMap());
    settings.put("log_target", logTarget());
    return settings;
  }

  private boolean logTarget() {
    return choices.logTarget().orElse(true);
  }

  /**
   * @throws BadInput if a folder is named that does not hold the listings
   */
  @Override
  public TaskData load(Optional<Path> folder, OptionalInt limit, long seed) {
    folder.ifPresent(TableFolder::require);
    Optional<Path> file = TableFolder.findRents(FILE, folder);
    if (file.isEmpty() && folder.isPresent()) {
      throw new BadInput(
          "%s: has no %s, nor has a folder rents in it; leave --data out for made listings"
              .formatted(folder.get(), FILE));
    }
    Table table = file.map(TableFile::read).orElseGet(() -> MadeRents.table(MADE_SEED));
    return TableTask.load(
        table,
        question(table),
        limit,
        seed,
        file.map(SourceFile::of).stream().toList(),
        wording(file));
  }

  private TableQuestion question(Table table) {
    return TableTask.question(
        table,
        new DataChoices(
            Optional.empty(),
            Optional.of("rent"),
            choices.group().isEmpty() ? List.of("borough") : choices.group(),
            Optional.of(choices.apart().orElse("building_id")),
            choices.exclude(),
            choices.keep(),
            choices.predict(),
            Optional.of(logTarget()),
            Optional.of("$"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private Wording wording(Optional<Path> file) {
    Optional<String> unit = Optional.of(choices.apart().orElse("building_id"));
    return file.isPresent()
        ? new Wording(TITLE, "listings", "StreetEasy, " + file.get(), "", "", "", unit)
        : new Wording(
            TITLE,
            "listings",
            "listings of a city that was made up by rules, embedded in the program",
            ADVICE,
            CAUTION,
            "",
            unit);
  }
}
