package org.twinprop.experiments.student;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * The classes that a student hands in.
 *
 * @param loader makes them
 * @param names of all of them, binary
 */
record StudentClasses(ClassLoader loader, List<String> names) {
  private static final String CLASS = ".class";

  /** Opens a jar, or compiles a source file. */
  static StudentClasses of(Path subject) {
    return subject.toString().endsWith(".jar")
        ? inJar(subject)
        : compiled(SourceCompiler.compile(subject));
  }

  private static StudentClasses compiled(Map<String, byte[]> classes) {
    return new StudentClasses(new Compiled(classes), List.copyOf(classes.keySet()));
  }

  private static StudentClasses inJar(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names =
          file.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF"))
              .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
              .filter(name -> !name.endsWith("-info"))
              .toList();
      return new StudentClasses(
          new URLClassLoader(Frames.LOADER, urls(jar), StudentClasses.class.getClassLoader()),
          names);
    } catch (IOException e) {
      throw RefusedException.unusable(
          "it is no readable jar (" + e.getMessage() + "); make it anew");
    }
  }

  private static URL[] urls(Path jar) {
    try {
      return new URL[] {jar.toUri().toURL()};
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class of the student's, not initialised. */
  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, loader);
  }

  /** Makes classes from their bytes. What the student names like a class of ours is theirs. */
  private static final class Compiled extends ClassLoader {
    private final Map<String, byte[]> classes;

    Compiled(Map<String, byte[]> classes) {
      super(Frames.LOADER, StudentClasses.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          return super.loadClass(name, resolve);
        }
        Class<?> made = findLoadedClass(name);
        return made != null ? made : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
