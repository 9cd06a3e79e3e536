package org.twinprop.experiments.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinprop.data.BadInput;
import org.twinprop.data.RegularFile;
import org.twinprop.experiments.folder.FileProblem;

/**
 * Reads a YAML file of plain lines, {@code key: value}, where a value may be a list of values.
 * Nothing else that YAML can do is let in: no tags, which could name classes to construct, no
 * aliases, which could grow without end, no values in values.
 */
final class YamlSettings {
  private static final long LARGEST = 100_000;

  /** The last line of the parser's message that names a place, and the place. */
  private static final Pattern PROBLEM =
      Pattern.compile("(?s).*(?:^|\\n)([^\\n]+)\\n in '[^']*', line (\\d+), column (\\d+).*");

  /** What the parser was at, and where that began. */
  private static final Pattern CONTEXT =
      Pattern.compile("^(while [^\\n]+)\\n in '[^']*', line (\\d+), column (\\d+)");

  private final Path file;
  private final YAMLParser yaml;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private YamlSettings(Path file, YAMLParser yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  /**
   * The settings by key, in the order of the file.
   *
   * @throws BadInput if it cannot be read or holds anything else; names file, line and column
   */
  static Map<String, Setting> read(Path file) {
    requireSmall(file);
    try (YAMLParser yaml = new YAMLFactory().createParser(Files.readString(file))) {
      YamlSettings reader = new YamlSettings(file, yaml);
      reader.readAll();
      return reader.settings;
    } catch (JsonProcessingException e) {
      throw notYaml(file, e);
    } catch (IOException e) {
      throw new BadInput(
          "%s cannot be read (%s): give a text file in UTF-8"
              .formatted(file, FileProblem.reason(e)),
          e);
    }
  }

  /**
   * The parser's own place is that of the last thing that it could read; its message has the other.
   */
  private static BadInput notYaml(Path file, JsonProcessingException e) {
    Matcher found = PROBLEM.matcher(e.getOriginalMessage());
    return found.find()
        ? new BadInput(
            "%s, line %s, column %s: not YAML: %s%s"
                .formatted(file, found.group(2), found.group(3), found.group(1), context(e)),
            e)
        : new BadInput(place(file, e.getLocation()) + ": not YAML: " + e.getOriginalMessage(), e);
  }

  private static String context(JsonProcessingException e) {
    Matcher context = CONTEXT.matcher(e.getOriginalMessage());
    return context.find()
        ? ", %s that begins in line %s, column %s"
            .formatted(context.group(1), context.group(2), context.group(3))
        : "";
  }

  private static void requireSmall(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(
          Files.exists(file)
              ? "%s %s: give an experiment file".formatted(file, RegularFile.whyNot(file))
              : "there is no file %s: give the path of an experiment file".formatted(file));
    }
    if (file.toFile().length() > LARGEST) {
      throw new BadInput(
          "%s has %,d bytes, but an experiment file is at most %,d: give another"
              .formatted(file, file.toFile().length(), LARGEST));
    }
  }

  private void readAll() throws IOException {
    if (yaml.nextToken() != JsonToken.START_OBJECT) {
      throw here("an experiment file is lines of 'key: value'");
    }
    requirePlain();
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      readOne();
    }
    if (yaml.nextToken() != null) {
      throw here("the file goes on after its end: keep one document in a file");
    }
  }

  private void readOne() throws IOException {
    String key = yaml.currentName();
    requirePlain();
    JsonToken value = yaml.nextToken();
    requirePlain();
    Setting setting = value == JsonToken.START_ARRAY ? list(key) : scalar(key, value);
    if (settings.putIfAbsent(key, setting) != null) {
      throw new BadInput("%s: %s is given twice: leave one out".formatted(setting.place(), key));
    }
  }

  private Setting list(String key) throws IOException {
    String place = place(file, yaml.currentTokenLocation());
    List<Setting> items = new ArrayList<>();
    for (JsonToken item = yaml.nextToken(); item != JsonToken.END_ARRAY; item = yaml.nextToken()) {
      requirePlain();
      items.add(scalar(key, item));
    }
    if (items.isEmpty()) {
      throw new BadInput(
          "%s: %s is an empty list: give it a value, or leave the line out".formatted(place, key));
    }
    return new Setting(
        key, String.join(", ", items.stream().map(Setting::text).toList()), place, items);
  }

  private Setting scalar(String key, JsonToken value) throws IOException {
    if (!value.isScalarValue()) {
      throw here("%s must be one value, or a list of values".formatted(key));
    }
    if (value == JsonToken.VALUE_NULL || yaml.getText().isBlank()) {
      throw here("%s has no value: give one, or leave the line out".formatted(key));
    }
    return new Setting(key, yaml.getText().strip(), place(file, yaml.currentTokenLocation()));
  }

  private void requirePlain() throws IOException {
    if (yaml.getTypeId() != null) {
      throw here("tags such as %s are not read: leave it out".formatted(yaml.getTypeId()));
    }
    if (yaml.isCurrentAlias()) {
      throw here("aliases are not read: write the value itself");
    }
  }

  private BadInput here(String what) {
    return new BadInput(place(file, yaml.currentTokenLocation()) + ": " + what);
  }

  private static String place(Path file, JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? file.toString()
        : "%s, line %d, column %d".formatted(file, at.getLineNr(), at.getColumnNr());
  }
}
