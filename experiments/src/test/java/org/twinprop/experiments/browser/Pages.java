package org.twinprop.experiments.browser;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinprop.experiments.Captured;
import org.twinprop.experiments.DigitFiles;

/** A report of each kind, written by the commands that write them, from data with hostile names. */
final class Pages {
  /** Would set {@code window.hostile}, if it were ever taken for HTML or for a script. */
  static final String HOSTILE =
      "</script><script>window.hostile=1</script><img src=x onerror=\"window.hostile=1\">";

  private static final List<String> GROUPS =
      List.of(HOSTILE, "'\"><b>quoted, \"twice\"</b>", "two\nlines", "数字 Ünï 👩‍🏫", "{{ 7 * 7 }}");

  private final Path folder;

  private Pages(Path folder) {
    this.folder = folder;
  }

  /** The addresses of the pages, by the verb. */
  static Map<String, String> write(Path folder) throws IOException {
    Pages pages = new Pages(folder);
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("run", pages.run());
    addresses.put("audit", pages.audit("audit"));
    addresses.put("audit --regression", pages.audit("regression", "--regression"));
    addresses.put("compare", pages.compare("compare", "--intersect"));
    addresses.put("compare --regression", pages.compare("compare-regression", "--regression"));
    addresses.put("search", pages.search());
    return addresses;
  }

  private String run() throws IOException {
    Path data = DigitFiles.write(folder.resolve("digits"), 12, 4);
    return page(
        "run",
        "run",
        "checks",
        "--data",
        data.toString(),
        "--net",
        "conv(4,5,stride=2) relu maxpool(2) flatten dense(10) | softmax-xent",
        "--epochs",
        "2");
  }

  private String search() throws IOException {
    Path data = DigitFiles.write(folder.resolve("digits to search with"), 12, 4);
    List<String> lines =
        List.of(
            "experiment: checks",
            "data: '" + data + "'",
            "network: flatten dense(choice(10; 10; 9)) | softmax-xent",
            "learning_rate: log(1e-3, 1e-1)",
            "group_by: digit",
            "epochs: 1",
            "candidates: 8");
    Path file = Files.write(folder.resolve("<i>search.yaml"), lines);
    return page("search", "search", file.toString());
  }

  private String audit(String name, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("audit", predictions(name, 3).toString(), "--label", "y"));
    arguments.addAll(List.of("--prediction", "p", "--group", "the <i>group</i>,h"));
    if (more.length == 0) {
      arguments.addAll(List.of("--score", "s", "--positive", "1"));
    }
    arguments.addAll(List.of(more));
    return page(name, arguments.toArray(String[]::new));
  }

  private String compare(String name, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "compare", predictions("one", 3).toString(), predictions("<b>two", 4).toString()));
    arguments.addAll(List.of("--label", "y", "--prediction", "p"));
    arguments.addAll(List.of("--group", "the <i>group</i>,h"));
    arguments.addAll(List.of(more));
    return page(name, arguments.toArray(String[]::new));
  }

  /** Rows of which the hostile group is wrong more often than the others. */
  private Path predictions(String name, int wrong) throws IOException {
    StringBuilder rows = new StringBuilder("y,p,s,the <i>group</i>,h\n");
    for (int i = 0; i < 400; i++) {
      int label = i % 2;
      boolean bad = i / GROUPS.size() % 10 < (i % GROUPS.size() == 0 ? wrong : 1);
      rows.append(
          "%d,%d,%s,%s,%s\n"
              .formatted(
                  label,
                  bad ? 1 - label : label,
                  0.5 + (i % 7) / 15.0,
                  quoted(GROUPS.get(i % GROUPS.size())),
                  i % 3));
    }
    return Files.writeString(folder.resolve(name + ".csv"), rows);
  }

  private static String quoted(String text) {
    return text.lines().collect(joining("\n", "\"", "\"")).replaceAll("(?<!^)\"(?!$)", "\"\"");
  }

  private String page(String name, String... arguments) {
    Path out = folder.resolve("out-" + name);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", out.toString()));
    Captured.of(all.toArray(String[]::new)).succeeded();
    return out.resolve("report.html").toUri().toString();
  }
}
