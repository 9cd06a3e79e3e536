package org.twinprop.natives;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.nd4j.common.io.AbstractResource;
import org.nd4j.common.io.Resource;

/** A backend's settings with other classes for some of its parts. */
public final class ChangedSettings extends AbstractResource {
  /** The key of the class that runs operations. */
  public static final String EXECUTIONER = "opexec";

  /** The key of the class that makes workspaces. */
  public static final String WORKSPACES = "workspacemanager";

  private final Resource settings;
  private final Map<String, Class<?>> classes;

  /**
   * @param settings of ND4J's backend
   * @param classes by their key; each has a constructor without arguments
   */
  public ChangedSettings(Resource settings, Map<String, Class<?>> classes) {
    this.settings = settings;
    this.classes = Map.copyOf(classes);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = settings.getInputStream()) {
      properties.load(in);
    }
    classes.forEach((key, type) -> properties.setProperty(key, type.getName()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    properties.store(out, null);
    return new ByteArrayInputStream(out.toByteArray());
  }

  @Override
  public String getDescription() {
    return settings.getDescription();
  }
}
