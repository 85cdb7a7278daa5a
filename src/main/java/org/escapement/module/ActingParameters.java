package org.escapement.module;

import java.util.Set;

/** The core parameters that have an effect in this version. */
public final class ActingParameters {

  /** Their main names. */
  public static final Set<String> NAMES =
      Set.of(
          "advertised_address",
          "advertised_port",
          "alias",
          "async_nonblock",
          "async_usleep",
          "async_workers",
          "async_workers_group",
          "check_via",
          "debug",
          "exit_timeout",
          "flags",
          "fork",
          "fork_delay",
          "kemi.onsend_route_callback",
          "kemi.pre_routing_callback",
          "kemi.received_route_callback",
          "kemi.reply_route_callback",
          "latency_cfg_log",
          "latency_limit_action",
          "listen",
          "loadmodule",
          "loadmodulex",
          "max_branches",
          "max_recursive_level",
          "max_while_loops",
          "mhomed",
          "modinit_delay",
          "modparam",
          "modparamx",
          "onsend_route_reply",
          "phone2tel",
          "pv_buffer_size",
          "pv_buffer_slots",
          "pv_cache_action",
          "pv_cache_limit",
          "received_route_mode",
          "route_locks_size",
          "server_header",
          "server_signature",
          "sip_parser_log",
          "sip_parser_mode",
          "sip_warning",
          "stats_name_separator",
          "uri_host_extra_chars",
          "user_agent_header",
          "verbose_startup",
          "wait_worker1_mode",
          "wait_worker1_time",
          "wait_worker1_usleep");

  private ActingParameters() {}
}
