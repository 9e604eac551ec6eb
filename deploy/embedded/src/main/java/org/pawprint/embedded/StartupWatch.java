package org.pawprint.embedded;

import java.util.Optional;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/** Keeps what the broker says while starting: its root object, and the fault if there was one. */
final class StartupWatch extends SystemLauncherListener.DefaultSystemLauncherListener {
  private volatile @Nullable SystemConfig<?> system;
  private volatile @Nullable RuntimeException fault;

  @Override
  public void onContainerResolve(SystemConfig<?> resolved) {
    system = resolved;
  }

  @Override
  public void errorOnStartup(RuntimeException e) {
    fault = e;
  }

  @Nullable SystemConfig<?> system() {
    return system;
  }

  Optional<RuntimeException> fault() {
    return Optional.ofNullable(fault);
  }
}
