package org.escapement.system;

import java.util.ArrayList;
import java.util.List;
import org.escapement.parameter.CoreParameters;

/**
 * What the parameters {@code shm_mem_size}, {@code shm_force_alloc} and {@code disable_core_dump}
 * ask of the JVM.
 */
public final class JvmOptions {

  /** A Jakarta EE server does not start with less. */
  static final int LEAST_HEAP_MEGABYTES = 256;

  private JvmOptions() {}

  /** The heap that a server gets for a {@code shm_mem_size}, in MB. */
  public static int heap(int shmMemSize) {
    return Math.max(LEAST_HEAP_MEGABYTES, shmMemSize);
  }

  /** The lines of a jvm.options file as the parameters change them. */
  public static List<String> apply(List<String> lines, CoreParameters parameters) {
    List<String> result = new ArrayList<>(lines);
    if (parameters.get("shm_mem_size").isSet()) {
      result.removeIf(line -> line.startsWith("-Xms") || line.startsWith("-Xmx"));
      int heap = heap(parameters.intValue("shm_mem_size"));
      result.add("# shm_mem_size=" + parameters.intValue("shm_mem_size"));
      result.add("-Xms" + heap + 'm');
      result.add("-Xmx" + heap + 'm');
    }
    if (parameters.bool("shm_force_alloc")) {
      result.add("# shm_force_alloc=yes");
      result.add("-XX:+AlwaysPreTouch");
    }
    if (parameters.bool("disable_core_dump")) {
      result.add("# disable_core_dump=yes");
      result.add("-XX:-CreateCoredumpOnCrash");
    }
    return result;
  }
}
