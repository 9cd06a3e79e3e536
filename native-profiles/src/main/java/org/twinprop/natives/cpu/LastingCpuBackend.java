package org.twinprop.natives.cpu;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.nd4j.common.io.AbstractResource;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J's backend on the processor, save that its operations are run by {@link ReachableOperations}.
 * ND4J finds it as a service and prefers it for its priority; nothing has to be set.
 */
public final class LastingCpuBackend extends CpuBackend {
  private static final String EXECUTIONER = "opexec";

  @Override
  public int getPriority() {
    return super.getPriority() + 1;
  }

  @Override
  public Resource getConfigurationResource() {
    return new Configuration(super.getConfigurationResource());
  }

  /** ND4J's settings with the other executioner. */
  private static final class Configuration extends AbstractResource {
    private final Resource settings;

    Configuration(Resource settings) {
      this.settings = settings;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      Properties properties = new Properties();
      try (InputStream in = settings.getInputStream()) {
        properties.load(in);
      }
      properties.setProperty(EXECUTIONER, ReachableOperations.class.getName());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      properties.store(out, null);
      return new ByteArrayInputStream(out.toByteArray());
    }

    @Override
    public String getDescription() {
      return settings.getDescription();
    }
  }
}
