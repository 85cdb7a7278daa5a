package org.escapement.rpc;

import org.escapement.module.Module;
import org.escapement.module.ModuleContext;

/** Kamailio's {@code cfg_rpc}: the commands {@code cfg.*}. Part of every application. */
public final class CfgRpcModule implements Module {

  @Override
  public String name() {
    return "cfg_rpc";
  }

  @Override
  public boolean implicit() {
    return true;
  }

  @Override
  public int modInit(ModuleContext context) {
    context.commands().add(new CfgCommands(context.parameters()).commands());
    return 0;
  }
}
