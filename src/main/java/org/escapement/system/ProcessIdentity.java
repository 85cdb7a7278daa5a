package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Who the process is, and where its root is: neither can be changed by a JVM, so they are compared.
 *
 * @param user name and number
 * @param group name and number
 * @param root the root folder
 */
public record ProcessIdentity(List<String> user, List<String> group, Path root) {

  private static final Path SELF = Path.of("/proc/self");

  public ProcessIdentity {
    user = List.copyOf(user);
    group = List.copyOf(group);
  }

  /**
   * That of the running process.
   *
   * @throws IOException if the platform does not tell
   */
  public static ProcessIdentity ofProcess() throws IOException {
    Map<String, Object> self = Files.readAttributes(SELF, "unix:owner,group,uid,gid");
    return new ProcessIdentity(
        List.of(String.valueOf(self.get("owner")), String.valueOf(self.get("uid"))),
        List.of(String.valueOf(self.get("group")), String.valueOf(self.get("gid"))),
        Path.of("/"));
  }

  /** {@code user}: a name or a number. */
  public void requireUser(String wanted) {
    if (!user.contains(wanted)) {
      LOG.otherIdentity("user", wanted, user.get(0), wanted);
    }
  }

  /** {@code group}: a name or a number. */
  public void requireGroup(String wanted) {
    if (!group.contains(wanted)) {
      LOG.otherIdentity("group", wanted, group.get(0), wanted);
    }
  }

  /** {@code chroot}: the root that the process should have. */
  public void requireRoot(String wanted) {
    try {
      if (Files.isSameFile(Path.of(wanted), root)) {
        return;
      }
    } catch (IOException e) {
      // There is no such folder, seen from here: it is not the root.
    }
    LOG.otherRoot(wanted);
  }
}
