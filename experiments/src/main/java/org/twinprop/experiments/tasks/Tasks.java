package org.twinprop.experiments.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.layers.text.Nearest;

/** All tasks by name. */
public final class Tasks {
  public static final Task CHECKS = new DigitsOfChecks(0);
  public static final Task RENTS = RentsOfListings.AS_USUAL;
  public static final Task TABLE = TableTask.UNSAID;
  public static final Task IMAGES = ImagesTask.UNSAID;

  private static final Task CHECK_READER = new DigitsCutOut(Optional.empty());

  private static final Map<String, Task> BY_NAME = byName();

  private Tasks() {}

  /**
   * @throws BadInput if there is no such task; the message says which there are
   */
  public static Task named(String name) {
    Task task = BY_NAME.get(name);
    if (task == null) {
      throw new BadInput(
          "there is no experiment '%s' (%s)".formatted(name, Nearest.hint(name, BY_NAME.keySet())));
    }
    return task;
  }

  /** The digits of checks, and whole checks to read at the end. */
  public static Task checksAndRead(int checks) {
    return new DigitsOfChecks(checks);
  }

  /** What experiment files call them. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** What experiment files call those that take a key about data. */
  public static List<String> taking(String key) {
    return BY_NAME.values().stream()
        .filter(task -> task.takes().contains(key))
        .map(Task::name)
        .toList();
  }

  private static Map<String, Task> byName() {
    Map<String, Task> tasks = new LinkedHashMap<>();
    List<Task> all =
        List.of(
            CHECKS, CHECK_READER, RENTS, TABLE, IMAGES, MadeTask.FIRST_SYMBOL, MadeTask.OPINIONS);
    for (Task task : all) {
      tasks.put(task.name(), task);
    }
    return tasks;
  }
}
