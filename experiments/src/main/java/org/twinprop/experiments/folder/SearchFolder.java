package org.twinprop.experiments.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.twinprop.data.BadInput;
import org.twinprop.layers.Network;
import org.twinprop.trainer.search.CandidateResult;

/**
 * The folder of a search: {@code search.json} says what is searched, {@code candidates/007/} holds
 * what came of a candidate. Its network is written first and its {@code result.json} last, and each
 * file appears complete or not at all: a candidate whose result is there is done, whatever ended
 * the search. Several threads may write candidates.
 *
 * <p>Every method that writes throws {@link BadInput} with one line if it cannot.
 */
public final class SearchFolder implements AutoCloseable {
  private static final String DESCRIPTION = "search.json";
  private static final String RESULT = "result.json";

  private final Path path;
  private final FolderLock lock;
  private final RunLog log;
  private final RunFiles files;

  private SearchFolder(Path path) {
    this.path = path;
    lock = new FolderLock(path);
    log = lock.log();
    files = new RunFiles(path);
  }

  /** A new folder {@code <parent>/<time>-<name>}. */
  public static SearchFolder create(Path parent, String name, Clock clock) {
    return new SearchFolder(NewFolder.inside(parent, name, clock));
  }

  /** The new or empty folder that a person named. */
  public static SearchFolder at(Path folder) {
    return new SearchFolder(NewFolder.at(folder));
  }

  /**
   * The folder of a search that goes on.
   *
   * @throws BadInput if another process is at work in it
   */
  public static SearchFolder again(Path folder) {
    description(folder);
    return new SearchFolder(folder);
  }

  /**
   * What the search of a folder is about.
   *
   * @throws BadInput if there is none, or if it is damaged
   */
  public static SearchDescription description(Path folder) {
    if (!Files.isRegularFile(folder.resolve(DESCRIPTION))) {
      throw new BadInput(
          "%s is no folder of a search: it has no %s; name the folder that the search printed"
              .formatted(folder, DESCRIPTION));
    }
    return read(folder.resolve(DESCRIPTION), SearchDescription.class);
  }

  public Path path() {
    return path;
  }

  /** Writes what the search is about. */
  public void describe(SearchDescription description) {
    files.whole(DESCRIPTION, out -> out.write(TextFormats.JSON.writeValueAsBytes(description)));
  }

  /** What came of a candidate; empty if it is not done. */
  public Optional<CandidateResult> candidate(int number) {
    Path file = candidateFolder(number).resolve(RESULT);
    return Files.isRegularFile(file)
        ? Optional.of(read(file, CandidateResult.class))
        : Optional.empty();
  }

  /** How many candidates are done. */
  public long done() {
    Path folder = path.resolve("candidates");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> candidates = Files.list(folder)) {
      return candidates.filter(one -> Files.isRegularFile(one.resolve(RESULT))).count();
    } catch (IOException e) {
      throw NewFolder.unwritable(folder, e);
    }
  }

  /**
   * Writes what came of a candidate.
   *
   * @param network as it was trained; null if it is of no use
   */
  public void candidate(CandidateResult result, Network network) {
    Path folder = candidateFolder(result.number());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw NewFolder.unwritable(folder, e);
    }
    RunFiles inside = new RunFiles(folder);
    if (network != null) {
      SavedNetwork.write(folder, inside, network);
    }
    // with what is no number as such, so that it is read as it was
    inside.whole(RESULT, out -> out.write(TextFormats.JSON.writeValueAsBytes(result)));
  }

  /**
   * The network of a candidate.
   *
   * @throws BadInput if it is not there, or damaged
   */
  public Network network(int number) {
    return SavedNetwork.read(candidateFolder(number));
  }

  /** Removes the network of a candidate, if it is there; what came of it stays. */
  public void removeNetwork(int number) {
    try {
      for (String file : SavedNetwork.FILES) {
        Files.deleteIfExists(candidateFolder(number).resolve(file));
      }
    } catch (IOException e) {
      throw NewFolder.unwritable(candidateFolder(number), e);
    }
  }

  /** Writes settings as an experiment file. */
  public void settings(String file, Map<String, ?> settings) {
    files.whole(file, out -> out.write(TextFormats.YAML.writeValueAsBytes(settings)));
  }

  /** Writes a table. */
  public void table(String file, List<String> header, Consumer<CsvTable> rows) {
    files.table(file, header, rows);
  }

  /** Writes {@code report.html}. */
  public void page(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    files.whole("report.html", out -> out.write(bytes));
  }

  private Path candidateFolder(int number) {
    return path.resolve("candidates").resolve("%03d".formatted(number));
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      return JsonFile.read(file, type);
    } catch (JsonProcessingException e) {
      throw new BadInput(
          "%s is damaged (%s): delete it, and what it says is found anew"
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new BadInput("%s cannot be read (%s)".formatted(file, FileProblem.reason(e)), e);
    }
  }

  @Override
  public void close() {
    files.close();
    log.close();
    lock.close();
  }
}
