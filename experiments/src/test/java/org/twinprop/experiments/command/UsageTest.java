package org.twinprop.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinprop.experiments.Captured;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --help                  | Verbs:
          run --help              | checks
          run checks --help       | --learning-rate=X
          run checks -h           | Default: adam(epsilon-hat=true)
          data --help             | get
          data get --help         | mnist
          data get mnist --help   | goes on where it stopped
          bench --help            | lenet
          bench mlp --help        | --warm-up=SECONDS
          bench audit --help      | --rows=N
          """)
  void helpIsPrintedToStandardOutput(String arguments, String expected) {
    Captured captured = Captured.of(arguments.split(" ")).succeeded();
    assertTrue(captured.out().contains(expected), captured.out());
    assertEquals("", captured.err());
  }

  @Test
  void everyExperimentAndWorkIsListedWithADescription() {
    String help = Captured.of("bench", "--help").out();
    assertTrue(help.lines().anyMatch(line -> line.matches("  mlp +Train.*")), help);
  }

  @Test
  void withoutAVerbTheUsageGoesToStandardError() {
    Captured captured = Captured.of();
    assertEquals(2, captured.exitCode());
    assertEquals("", captured.out());
    assertTrue(captured.err().startsWith("Usage: twinprop"), captured.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rum                       | there is no 'twinprop rum' (did you mean run?)
          run                       | name the experiment to run: checks
          run cheks                 | there is no 'twinprop run cheks' (did you mean checks?)
          run checks --epoch 3      | there is no option --epoch (did you mean --epochs?)
          run checks --epoch=3      | there is no option --epoch (did you mean --epochs?)
          run checks more           | 'more' is one word too many
          run checks --epochs       | missing required parameter for option '--epochs' (N)
          run checks --epochs -3    | '-3' is not a whole number of at least 0
          run checks --epochs 2.5   | '2.5' is not a whole number of at least 0
          run checks --epochs 1 --epochs 2 | option '--epochs' (N) should be specified only once
          run checks --batch 0      | '0' is not a whole number of at least 1
          run checks --limit 0      | '0' is not a whole number of at least 1
          run checks --limit 99999999999 | '99999999999' is not a whole number from 1 to 2,147,483,647
          run checks --epochs 99999999999 | is not a whole number from 0 to 2,147,483,647
          run checks --batch 2000000000 | '2000000000' is not a whole number from 1 to 1,000,000
          data make-checks --out x --writers tests | --writers 'tests': it must be test or train (did you mean test?)
          run checks --twin of      | --twin 'of': it must be on or off (did you mean on?)
          run checks --seed one     | 'one' is not a whole number
          run checks --updater adm  | option '--updater': updater text, column 1: there is no updater 'adm' (did you mean adam?)
          run checks --schedule cos | option '--schedule': schedule text, column 1: there is no schedule 'cos'
          run checks --initializer h3 | option '--initializer': initializer text, column 1: there is no initializer 'h3'
          run checks --net flatten  | option '--net': network text, column 8: the loss is missing
          run checks --twin maybe   | --twin 'maybe': it must be on or off
          run checks --type float16 | it must be float32 or float64 (did you mean float32?)
          run checks --learning-rate 0        | '0' is not a number above 0
          run checks --learning-rate NaN      | 'NaN' is not a number above 0
          run checks --learning-rate Infinity | 'Infinity' is not a number above 0
          run checks --resume a       | there is no option --resume for 'checks', but 'twinprop run' has it: leave 'checks' out
          run a.yaml --network x      | there is no option --network for experiment files and for your own data: write --set network=...
          run examples/no.yaml --set epochs | --set epochs: write KEY=VALUE, as in --set epochs=1
          run src                   | src is a folder: name an experiment file in it
          data fetch                | there is no 'twinprop data fetch' (known are: get, make-checks)
          data get mnits            | there is no 'twinprop data get mnits'
          bench lenett              | there is no 'twinprop bench lenett' (did you mean lenet?)
          bench                     | name the work to measure: lenet, mlp, rents, checks, verify, audit, scaling
          bench mlp --threads 0     | '0' is not a whole number of at least 1
          bench mlp --threads 1,two | 'two' is not a whole number of at least 1
          bench mlp --threads 99999 | '99999' is not a whole number from 1 to 1,024
          bench mlp --rounds 0      | '0' is not a whole number of at least 1
          """)
  void badUsageGetsOneLineThatSaysHowToMendIt(String arguments, String expected) {
    String line = Captured.of(arguments.split(" ")).errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains(expected), line);
    assertTrue(line.contains("; see 'twinprop"), line);
  }

  @Test
  void debugShowsTheStackTrace() {
    Captured captured = Captured.of("run", "checks", "--data", "nowhere", "--debug");
    assertEquals(2, captured.exitCode());
    assertTrue(captured.err().contains("\tat org.twinprop."), captured.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsPrinted(String option) {
    Captured captured = Captured.of(option).succeeded();
    assertTrue(captured.out().startsWith("Twinprop "), captured.out());
    assertFalse(captured.out().contains("null"), captured.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run rents --data nowhere  | --data names nowhere, and there is no such folder
          run checks --folds 2 --fold-by writr | fold_by: there is no group column 'writr' (did you mean writer?)
          run checks --mitigation reweght --mitigate-by population | (did you mean reweight?)
          run checks --mitigation reweight --mitigate-by populaton | mitigate_by: there is no group column 'populaton' (did you mean population?)
          """)
  void whatOnlyTheDataKnowIsSaidWithTheNearestName(String arguments, String expected) {
    String line = Captured.of(arguments.split(" ")).errorLine(ExitCode.BAD_INPUT);
    assertTrue(line.contains(expected), line);
  }
}
