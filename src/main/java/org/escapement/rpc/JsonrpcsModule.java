package org.escapement.rpc;

import org.escapement.module.Module;

/**
 * Kamailio's {@code jsonrpcs}, for configurations that load it: {@link RpcServlet} serves JSON-RPC
 * in every application, and there is nothing to set.
 */
public final class JsonrpcsModule implements Module {

  @Override
  public String name() {
    return "jsonrpcs";
  }
}
