package org.twinprop.natives;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.nd4j.common.io.AbstractResource;
import org.nd4j.common.io.Resource;

/** A backend's settings with another class to run its operations. */
public final class ExecutionerSetting extends AbstractResource {
  private static final String EXECUTIONER = "opexec";

  private final Resource settings;
  private final Class<?> executioner;

  /**
   * @param settings of ND4J's backend
   * @param executioner with a constructor without arguments
   */
  public ExecutionerSetting(Resource settings, Class<?> executioner) {
    this.settings = settings;
    this.executioner = executioner;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = settings.getInputStream()) {
      properties.load(in);
    }
    properties.setProperty(EXECUTIONER, executioner.getName());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    properties.store(out, null);
    return new ByteArrayInputStream(out.toByteArray());
  }

  @Override
  public String getDescription() {
    return settings.getDescription();
  }
}
