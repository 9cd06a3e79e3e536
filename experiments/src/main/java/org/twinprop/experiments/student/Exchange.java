package org.twinprop.experiments.student;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.numpy.NumpyArchive;

/**
 * The folder through which the two processes speak: JSON and NumPy arrays, which run nothing when
 * they are read.
 *
 * @param folder of both
 */
record Exchange(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST = 16 << 20;

  Path output() {
    return folder.resolve("output.txt");
  }

  void write(Assignment assignment) throws IOException {
    JSON.writeValue(assignmentFile().toFile(), assignment);
  }

  Assignment assignment() throws IOException {
    return JSON.readValue(assignmentFile().toFile(), Assignment.class);
  }

  /** Arrays first: where there is a report, all is there. */
  void write(StudentReport report, Map<String, INDArray> arrays) throws IOException {
    if (!arrays.isEmpty()) {
      NumpyArchive.write(arrayFile(), arrays);
    }
    Path unfinished = folder.resolve("report.unfinished");
    JSON.writeValue(unfinished.toFile(), report);
    Files.move(unfinished, reportFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  boolean hasReport() {
    return Files.isRegularFile(reportFile());
  }

  StudentReport report() throws IOException {
    if (Files.size(reportFile()) > LARGEST) {
      throw new IOException("the report is larger than any can be");
    }
    return JSON.readValue(reportFile().toFile(), StudentReport.class);
  }

  Map<String, INDArray> arrays() {
    return Files.exists(arrayFile()) ? NumpyArchive.read(arrayFile()) : Map.of();
  }

  private Path assignmentFile() {
    return folder.resolve("assignment.json");
  }

  private Path reportFile() {
    return folder.resolve("report.json");
  }

  private Path arrayFile() {
    return folder.resolve("arrays.npz");
  }
}
