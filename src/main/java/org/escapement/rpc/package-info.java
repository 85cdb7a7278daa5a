/** The ways in for commands: JSON-RPC over HTTP, and the control socket that kamcmd speaks. */
@NullMarked
package org.escapement.rpc;

import org.jspecify.annotations.NullMarked;
