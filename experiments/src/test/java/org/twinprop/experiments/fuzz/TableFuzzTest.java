package org.twinprop.experiments.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinprop.data.table.PlanInference;
import org.twinprop.data.table.Table;
import org.twinprop.data.table.TableFile;
import org.twinprop.data.table.TableParts;
import org.twinprop.data.table.TablePlan;
import org.twinprop.data.table.TableQuestion;

/** Tables of one's own, up to the examples that are made of them: the last column is the target. */
public class TableFuzzTest {
  /** Jazzer calls it first: so no input is charged with the loading of classes. */
  public static void fuzzerInitialize() throws Exception {
    for (Path input : inputs().toList()) {
      fuzzerTestOneInput(Files.readAllBytes(input));
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Path file = HostileFile.of("table.csv", input);
    HostileFile.isReadOrRefused(file, TableFuzzTest::read);
    HostileFile.isReadOrRefused(file, TableFile::readShort);
  }

  private static void read(Path file) {
    Table table = TableFile.read(file);
    String target = table.header().get(table.header().size() - 1);
    TablePlan plan = PlanInference.of(table, TableQuestion.of(target));
    TableParts.of(table, plan, OptionalInt.empty(), 1).trainExamples();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws Exception {
    fuzzerTestOneInput(Files.readAllBytes(input));
  }

  static Stream<Path> inputs() throws Exception {
    return HostileFile.inputs(TableFuzzTest.class);
  }
}
