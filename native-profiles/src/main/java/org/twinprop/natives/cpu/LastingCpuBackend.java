package org.twinprop.natives.cpu;

import java.util.Map;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.twinprop.natives.ChangedSettings;

/**
 * ND4J's backend on the processor, save that its operations are run by {@link ReachableOperations}
 * and its workspaces made by {@link ForgettableWorkspaces}. ND4J finds it as a service and prefers
 * it for its priority; nothing has to be set.
 */
public final class LastingCpuBackend extends CpuBackend {
  @Override
  public int getPriority() {
    return super.getPriority() + 1;
  }

  @Override
  public Resource getConfigurationResource() {
    return new ChangedSettings(
        super.getConfigurationResource(),
        Map.of(
            ChangedSettings.EXECUTIONER, ReachableOperations.class,
            ChangedSettings.WORKSPACES, ForgettableWorkspaces.class));
  }
}
