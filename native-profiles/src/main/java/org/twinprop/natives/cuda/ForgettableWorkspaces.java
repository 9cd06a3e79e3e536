package org.twinprop.natives.cuda;

import org.nd4j.jita.workspace.CudaWorkspace;
import org.nd4j.jita.workspace.CudaWorkspaceManager;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.DebugMode;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes workspaces that ND4J forgets when nobody uses them any more. Its own have a new name
 * whenever they are asked for it, under which the list of all that is to be freed never finds them
 * again: it grew by four with every check of a network beside its twin.
 */
public final class ForgettableWorkspaces extends CudaWorkspaceManager {

  @Override
  protected MemoryWorkspace newWorkspace(WorkspaceConfiguration configuration) {
    return bypassed() ? super.newWorkspace(configuration) : new Named(configuration);
  }

  @Override
  protected MemoryWorkspace newWorkspace(WorkspaceConfiguration configuration, String id) {
    return bypassed() ? super.newWorkspace(configuration, id) : new Named(configuration, id);
  }

  @Override
  protected MemoryWorkspace newWorkspace(
      WorkspaceConfiguration configuration, String id, int device) {
    return bypassed()
        ? super.newWorkspace(configuration, id, device)
        : new Named(configuration, id, device);
  }

  /** Whether ND4J was told to make none. */
  private boolean bypassed() {
    return getDebugMode() == DebugMode.BYPASS_EVERYTHING;
  }

  /** One that keeps its name. */
  private static final class Named extends CudaWorkspace {
    private final long number = Nd4j.getDeallocatorService().nextValue();

    Named(WorkspaceConfiguration configuration) {
      super(configuration);
    }

    Named(WorkspaceConfiguration configuration, String id) {
      super(configuration, id);
    }

    Named(WorkspaceConfiguration configuration, String id, int device) {
      super(configuration, id, device);
    }

    @Override
    public String getUniqueId() {
      return "Workspace_" + getId() + "_" + number;
    }
  }
}
