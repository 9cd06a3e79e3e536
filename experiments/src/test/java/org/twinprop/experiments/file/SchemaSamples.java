package org.twinprop.experiments.file;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.twinprop.experiments.tasks.Tasks;

/** Files to try a JSON schema with. */
public final class SchemaSamples {
  /** What a file says before the key that is tried. */
  public static final String HEAD =
      "experiment: first-symbol\nnetwork: laststep dense(4) | softmax-xent\n";

  private final JsonSchema schema;

  public SchemaSamples(String schema) {
    this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  /** What it finds wrong. */
  public List<?> problems(String yaml) {
    return List.copyOf(schema.validate(yaml, InputFormat.YAML));
  }

  /** Whether it finds nothing wrong. */
  public boolean accepts(String yaml) {
    return problems(yaml).isEmpty();
  }

  /** Of a text in a language of its own, only the program can tell whether it is right. */
  public static boolean isOwnLanguage(SettingKey<?> key) {
    String schema = key.kind().schema().toString();
    return schema.contains("{type=string}") || schema.contains("type=[string, ");
  }

  /** The head without a key; keys about data go with the experiments that take them. */
  public static String headFor(SettingKey<?> key) {
    return Tasks.taking(key.name()).stream()
        .findFirst()
        .map(task -> HEAD.replace("first-symbol", task))
        .orElse(HEAD)
        .replaceFirst("(?m)^" + key.name() + ":.*\n", "");
  }
}
