package org.twinprop.experiments.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.experiments.Captured;

/** One line, exit code 2, and nothing written. */
class AuditBadInputTest {
  @TempDir Path scratch;

  private String line(String text, String... more) throws IOException {
    Path file = Files.writeString(scratch.resolve("p.csv"), text.replace('|', '\n'));
    List<String> arguments =
        new ArrayList<>(List.of("audit", file.toString(), "--label", "y", "--prediction", "yhat"));
    arguments.addAll(List.of("--group", "g", "--out", scratch.resolve("out").toString()));
    arguments.addAll(List.of(more));
    String line = Captured.of(arguments.toArray(String[]::new)).errorLine(2);
    assertFalse(Files.exists(scratch.resolve("out")), "something was written");
    return line;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "y,yhat,h|1,1,a # no column 'g'; its columns are y, yhat, h",
        "y;yhat;g|1;1;a # --separator",
        "'' # is empty",
        "y,yhat,g # has a header and no rows",
        "y,yhat,g|1,0,a|1,1 # line 3: has 2 fields, the header has 3",
        "y,yhat,g|1,0,a|1,1,b,c # line 3: has 4 fields, the header has 3",
        "y,yhat,g,g|1,0,a,b # column 'g' is there twice (3 and 4)",
        "y,yhat,g|1,yes,a|0,no,b # none in common",
        "y,yhat,g|1,1.0,a|0,1,b # one number written in two ways",
        "y,yhat,g|1,1,a|0, 0,b # have both '0' and ' 0', one number written in two ways",
        "y,yhat,g|Yes,yes,a|no,no,b # have both 'Yes' and 'yes', one word written in two ways",
        "y,yhat,g|1,NaN,a # line 2: column 'yhat' is 'NaN'",
        "y,yhat,g|1,1,a|,1,a # line 3: column 'y' is empty",
        "y,yhat,g|1,1,\"a|0,1,b # mend the quotes",
      })
  void aTableThatCannotBeMeant(String table, String message) throws IOException {
    String line = line(table);
    assertTrue(line.contains(message), line);
  }

  @Test
  void scoresAreProbabilities() throws IOException {
    String line = line("y,yhat,g,s|1,1,a,0.5|0,1,b,1.5", "--score", "s");
    assertTrue(line.contains("line 3: column 's' is '1.5'; scores are probabilities"), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "nan", "", "1e200", "5d", "0x1p3", "1,5", "five"})
  void predictedNumbersAreNumbersThatCanBeSquared(String text) throws IOException {
    String line = line("y,yhat,g|1.5,\"" + text + "\",a", "--regression");
    assertTrue(line.contains("line 2: column 'yhat' is "), line);
  }

  @Test
  void aPositiveClassIsOneOfThem() throws IOException {
    String line = line("y,yhat,g|good,bad,a|bad,bad,b", "--positive", "great");
    assertTrue(line.contains("no such class") && line.contains("bad, good"), line);
  }

  @Test
  void aReferenceIsAGroup() throws IOException {
    String line = line("y,yhat,g|1,0,a|1,1,b", "--reference", "z");
    assertTrue(line.contains("g has a, b"), line);
  }

  @Test
  void namesOfSingleExamplesAreNotGroups() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 2_001; i++) {
      rows.append("1,1,id").append(i).append('\n');
    }
    String line = line(rows.toString());
    assertTrue(line.contains("more than 2,000 different values"), line);
  }

  @Test
  void numbersAreNotClasses() throws IOException {
    StringBuilder rows = new StringBuilder("y,yhat,g\n");
    for (int i = 0; i < 200; i++) {
      rows.append(i).append(".5,").append(i).append(".5,a\n");
    }
    String line = line(rows.toString());
    assertTrue(line.contains("--regression"), line);
  }
}
