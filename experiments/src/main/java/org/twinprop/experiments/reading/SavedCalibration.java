package org.twinprop.experiments.reading;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinprop.data.BadInput;
import org.twinprop.data.reading.Calibration;
import org.twinprop.experiments.folder.JsonFile;
import org.twinprop.experiments.folder.RunFolder;

/** How far the readings of a run's network can be trusted, in its folder. */
public final class SavedCalibration {
  private static final String FILE = "confidence.json";

  private SavedCalibration() {}

  static void write(RunFolder folder, Calibration calibration) {
    folder.json(FILE, calibration);
  }

  /**
   * What a run left; none if it left none.
   *
   * @throws BadInput if the file is damaged
   */
  public static Calibration of(Path run) {
    Path file = run.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Calibration.NONE;
    }
    try {
      return JsonFile.read(file, Calibration.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new BadInput(
          "%s: is damaged; delete it to read without calibration, or run again".formatted(file), e);
    } catch (IOException e) {
      throw new BadInput("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
