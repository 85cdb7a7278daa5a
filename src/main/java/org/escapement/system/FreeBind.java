package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the kernel lets a socket be bound to an address that the host does not have. */
public final class FreeBind {

  private static final String SETTING = "net/ipv4/ip_nonlocal_bind";

  private final Path settings;

  public FreeBind() {
    this(Path.of("/proc/sys"));
  }

  FreeBind(Path settings) {
    this.settings = settings;
  }

  /** Whether it does. */
  public boolean isAllowed() {
    return "1".equals(value());
  }

  /** {@code ip_free_bind}: warns when it does not. */
  public void require() {
    if (!isAllowed()) {
      LOG.noFreeBind(settings.resolve(SETTING).toString(), value(), SETTING.replace('/', '.'));
    }
  }

  private String value() {
    try {
      return Files.readString(settings.resolve(SETTING)).strip();
    } catch (IOException e) {
      return "not readable";
    }
  }
}
