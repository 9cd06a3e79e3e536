package org.twinprop.experiments.student;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles one source file, and those beside it that it needs, into memory. Annotation processors
 * stay off: they would be code that runs while compiling.
 */
final class SourceCompiler {
  private final Map<String, ByteArrayOutputStream> all = new LinkedHashMap<>();
  private final Path source;

  private SourceCompiler(Path source) {
    this.source = source;
  }

  /**
   * @param source a {@code .java} file
   * @return the classes by binary name, those of the file itself first
   * @throws RefusedException with the compiler's errors, or if this Java has no compiler
   */
  static Map<String, byte[]> compile(Path source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw RefusedException.unusable(
          "this Java has no compiler: start Twinprop with a JDK (set JAVA_HOME to one), or compile "
              + source.getFileName()
              + " into a jar elsewhere");
    }
    return new SourceCompiler(source).run(compiler);
  }

  private Map<String, byte[]> run(JavaCompiler compiler) {
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(errors, null, StandardCharsets.UTF_8);
        JavaFileManager memory = new Memory(files)) {
      boolean compiled =
          compiler
              .getTask(null, memory, errors, options(), null, files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw RefusedException.unusable(CompilerErrors.text(errors.getDiagnostics()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    all.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  private List<String> options() {
    return List.of(
        "-proc:none",
        "-implicit:class",
        "-g",
        "-nowarn",
        "-Xlint:none",
        "-classpath",
        System.getProperty("java.class.path"),
        "-sourcepath",
        SourceRoot.of(source).toString());
  }

  /** Keeps classes in memory instead of files. */
  private final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    Memory(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      all.put(className, bytes);
      URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
