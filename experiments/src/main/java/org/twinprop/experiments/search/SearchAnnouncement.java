package org.twinprop.experiments.search;

import java.util.List;
import java.util.Locale;
import org.twinprop.data.Examples;
import org.twinprop.experiments.console.Console;
import org.twinprop.experiments.console.Formats;
import org.twinprop.experiments.console.NumberThreads;
import org.twinprop.experiments.folder.SearchFolder;
import org.twinprop.experiments.tasks.TaskData;

/** What is about to be searched, in a few lines. */
record SearchAnnouncement(Console console, SearchPlan plan, SearchData data) {
  private static final int INDENT = 11;
  private static final int WIDTH = 80 - INDENT;

  void print(NumberThreads threads, SearchFolder folder) {
    TaskData parts = data.parts();
    console.print(
        console.bold(
            "%s: a search among %s"
                .formatted(
                    parts.wording().title(),
                    plan.trainsTwin() ? "DL4J's networks" : "hand-written networks")));
    line("Data", parts.wording().origin());
    line(
        "",
        "%s to train, %s to choose by, %s for the best one's test"
            .formatted(size(parts.train()), size(parts.validation()), size(parts.test())));
    line("Groups", data.group().map(column -> "by " + column).orElse("none"));
    List<String> searched = plan.searched();
    for (int i = 0; i < searched.size(); i++) {
      line(i == 0 ? "Spaces" : "", searched.get(i) + ": " + plan.texts().get(searched.get(i)));
    }
    line("Candidates", candidates());
    line("Objective", plan.objective() + ", the smaller the better");
    line("Backend", threads.toString());
    line("Folder", folder.path().toString());
    long done = folder.done();
    if (done > 0) {
      line("", "%s done before, listed as found then".formatted(Formats.count(done, "candidate")));
    }
  }

  private String candidates() {
    return "%s, drawn by %s, seed %d; %s; %s"
        .formatted(
            Formats.count(plan.search().candidates()),
            plan.generator().name().toLowerCase(Locale.ROOT),
            plan.seed(),
            plan.search().workers() == 1 ? "one at a time" : plan.search().workers() + " at a time",
            plan.search().stopping().isPresent()
                ? "those worse than the median end early"
                : "all are trained to the end");
  }

  private String size(Examples examples) {
    return Formats.count(examples.size())
        + data.parts().units(examples).map(units -> " " + units).orElse("");
  }

  private void line(String name, String text) {
    String wrapped = text.replaceAll("(.{1,%d})(?:\\s+|$)".formatted(WIDTH), "$1\n").strip();
    console.print(
        "%-10s %s"
            .formatted(name, wrapped.replace("\n", "\n" + " ".repeat(INDENT)))
            .stripTrailing());
  }
}
