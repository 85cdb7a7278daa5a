package org.escapement.rpc;

/** Bytes that are no packet of the control protocol. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message, null, false, false); // anybody can send such bytes: keep them cheap
  }
}
