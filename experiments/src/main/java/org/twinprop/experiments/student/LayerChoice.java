package org.twinprop.experiments.student;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;
import org.twinprop.layers.Layer;

/** Which of the student's classes is the layer: the one named, the only one, or the public one. */
final class LayerChoice {
  private final StudentClasses classes;

  private LayerChoice(StudentClasses classes) {
    this.classes = classes;
  }

  /**
   * @param name binary or simple; null if none is named
   * @throws RefusedException if there is none, or more than one; the message lists what is there
   */
  static Class<? extends Layer> of(StudentClasses classes, String name) {
    LayerChoice choice = new LayerChoice(classes);
    return name == null ? choice.only() : choice.named(name);
  }

  private Class<? extends Layer> named(String name) {
    List<Class<?>> found =
        classes.names().stream()
            .filter(one -> one.equals(name) || one.replaceFirst(".*[.$]", "").equals(name))
            .<Class<?>>map(this::load)
            .toList();
    if (found.isEmpty()) {
      throw RefusedException.unusable("there is no class " + name + "; there are " + all());
    }
    if (!isLayer(found.get(0))) {
      throw RefusedException.unusable(
          name
              + " is no layer that can be made: it must implement org.twinprop.layers.Layer and be"
              + " neither abstract nor an interface");
    }
    return found.get(0).asSubclass(Layer.class);
  }

  private Class<? extends Layer> only() {
    List<Class<? extends Layer>> layers =
        classes.names().stream()
            .<Class<?>>map(this::load)
            .filter(LayerChoice::isLayer)
            .<Class<? extends Layer>>map(one -> one.asSubclass(Layer.class))
            .toList();
    List<Class<? extends Layer>> open =
        layers.stream().filter(one -> Modifier.isPublic(one.getModifiers())).toList();
    if (layers.size() == 1 || open.size() == 1) {
      return layers.size() == 1 ? layers.get(0) : open.get(0);
    }
    throw RefusedException.unusable(
        layers.isEmpty()
            ? "no class implements org.twinprop.layers.Layer; there are " + all()
            : "several classes implement Layer: choose one with --class, of "
                + layers.stream().map(Class::getName).collect(Collectors.joining(", ")));
  }

  private static boolean isLayer(Class<?> one) {
    return Layer.class.isAssignableFrom(one) && !Modifier.isAbstract(one.getModifiers());
  }

  private String all() {
    return classes.names().isEmpty()
        ? "no classes at all"
        : classes.names().stream().limit(20).collect(Collectors.joining(", "));
  }

  private Class<?> load(String name) {
    try {
      Class<?> loaded = classes.load(name);
      if (loaded.getClassLoader() != classes.loader()) {
        throw RefusedException.unusable(
            name + " is the name of a class of Twinprop's, too: give it another package");
      }
      return loaded;
    } catch (UnsupportedClassVersionError e) {
      throw RefusedException.unusable(
          "it was compiled for a newer Java than this one, %s: compile it with --release %s"
              .formatted(Runtime.version().feature(), Runtime.version().feature()));
    } catch (ClassNotFoundException | LinkageError e) {
      throw RefusedException.unusable("the class %s cannot be loaded: %s".formatted(name, e));
    }
  }
}
