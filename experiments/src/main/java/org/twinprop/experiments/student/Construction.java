package org.twinprop.experiments.student;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinprop.layers.Layer;

/** Makes the student's layer: by the constructor that takes most of the arguments. */
final class Construction {
  private final Class<? extends Layer> type;
  private final List<String> arguments;

  private Construction(Class<? extends Layer> type, List<String> arguments) {
    this.type = type;
    this.arguments = arguments;
  }

  /**
   * @param arguments in their order; a constructor may take the first few of them
   * @throws RefusedException if no constructor fits; the message says which were tried
   * @throws Throwable whatever the student's constructor throws
   */
  static Layer of(Class<? extends Layer> type, List<String> arguments) throws Throwable {
    return new Construction(type, arguments).make();
  }

  private Layer make() throws Throwable {
    for (int count = arguments.size(); count >= 0; count--) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Optional<Object[]> values = values(constructor, count);
        if (values.isPresent()) {
          return called(constructor, values.get());
        }
      }
    }
    throw RefusedException.unusable(
        "no constructor of %s fits: tried %s; there is %s%s"
            .formatted(
                type.getSimpleName(),
                tried(),
                constructors(),
                arguments.isEmpty()
                    ? "; arguments come from --like, as in --like \"dense(32)\""
                    : ""));
  }

  private Layer called(Constructor<?> constructor, Object[] values) throws Throwable {
    constructor.setAccessible(true);
    try {
      return (Layer) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Optional<Object[]> values(Constructor<?> constructor, int count) {
    Class<?>[] types = constructor.getParameterTypes();
    if (types.length != count) {
      return Optional.empty();
    }
    Object[] values = new Object[count];
    try {
      for (int i = 0; i < count; i++) {
        values[i] = value(types[i], arguments.get(i));
      }
      return Optional.of(values);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object value(Class<?> type, String text) {
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == long.class || type == Long.class) {
      return Long.valueOf(text);
    }
    if (type == double.class || type == Double.class) {
      return Double.valueOf(text);
    }
    if ((type == boolean.class || type == Boolean.class) && text.matches("true|false")) {
      return Boolean.valueOf(text);
    }
    if (type == String.class) {
      return text;
    }
    throw new IllegalArgumentException("no " + type + " can be read from " + text);
  }

  private String tried() {
    List<String> lists = new ArrayList<>();
    for (int count = arguments.size(); count >= 0; count--) {
      lists.add(type.getSimpleName() + "(" + String.join(", ", arguments.subList(0, count)) + ")");
    }
    return String.join(", ", lists);
  }

  private String constructors() {
    return Arrays.stream(type.getDeclaredConstructors())
        .map(
            constructor ->
                Arrays.stream(constructor.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")")))
        .collect(Collectors.joining(", "));
  }
}
