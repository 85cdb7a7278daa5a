package org.escapement.config;

/** The transports that an address may name. */
public enum Transport {
  UDP,
  TCP,
  TLS,
  SCTP
}
