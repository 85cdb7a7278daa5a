package org.escapement.module;

import java.util.Set;

/** The core parameters that have an effect in this version. */
public final class ActingParameters {

  /** Their main names. */
  public static final Set<String> NAMES =
      Set.of(
          "alias",
          "auto_aliases",
          "auto_bind_ipv6",
          "bind_ipv6_link_local",
          "cfgengine",
          "children",
          "chroot",
          "debug",
          "description",
          "disable_core_dump",
          "disable_tls",
          "enable_tls",
          "exit_timeout",
          "group",
          "ip_free_bind",
          "ipv6_hex_style",
          "latency_limit_action",
          "latency_log",
          "listen",
          "loadmodule",
          "log_engine_data",
          "log_engine_type",
          "log_facility",
          "log_name",
          "log_stderror",
          "memdbg",
          "memlog",
          "mem_status_mode",
          "mem_summary",
          "mlock_pages",
          "modparam",
          "open_files_limit",
          "port",
          "rundir",
          "server_id",
          "shm_force_alloc",
          "shm_mem_size",
          "socket_workers",
          "udp_mtu",
          "udp_mtu_try_proto",
          "user",
          "workdir");

  private ActingParameters() {}
}
