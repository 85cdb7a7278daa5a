package org.escapement.rpc;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.escapement.command.Command;
import org.escapement.command.Reply;
import org.escapement.config.SocketAddress;
import org.escapement.config.Transport;
import org.escapement.module.ProcessStatus;
import org.escapement.module.ProcessTable;
import org.escapement.module.Rank;
import org.escapement.parameter.CoreParameters;

/** {@code core.*} that show what the server consists of: workers, addresses, memory. */
public final class ServerCommands {

  /**
   * An address that SIP messages are taken at.
   *
   * @param proto such as {@code udp}
   */
  public record Listen(String proto, String address, int port) {}

  private static final String PS_EXAMPLE =
      "main rank=PROC_MAIN order=0 state=RUNNING started=2026-01-31T12:00:00Z cpu=812ms";

  private final ProcessTable processes;
  private final CoreParameters parameters;
  private final Supplier<List<Listen>> listens;

  /**
   * @param listens asked at each call
   */
  public ServerCommands(
      ProcessTable processes, CoreParameters parameters, Supplier<List<Listen>> listens) {
    this.processes = processes;
    this.parameters = parameters;
    this.listens = listens;
  }

  public List<Command> commands() {
    return List.of(
        Command.named(
                "core.ps",
                "Lists the workers: native id; name, rank, order of starting, state, time, CPU time")
            .answered(Reply.each(List.of(4711L, PS_EXAMPLE)))
            .does((arguments, caller) -> Reply.each(ps())),
        Command.named("core.psx", "Lists the workers in more detail")
            .answered(Reply.each(List.of(members("IDX", 0L, "PID", 4711L, "DSC", "main process"))))
            .does((arguments, caller) -> Reply.each(psx())),
        Command.named("core.sockets_list", "Lists the addresses that SIP messages are taken at")
            .answered(
                Reply.each(List.of(Map.of("socket", socket(new Listen("udp", "127.0.0.1", 5060))))))
            .does((arguments, caller) -> Reply.each(sockets())),
        Command.named("core.aliases_list", "Lists the further names of this server")
            .answered(
                Reply.of(
                    members(
                        "myself_callbacks",
                        "no",
                        "aliases",
                        List.of(
                            Map.of(
                                "alias",
                                members("proto", "*", "address", "example.com", "port", "*"))))))
            .does((arguments, caller) -> Reply.of(aliases())),
        memory("core.memory"),
        memory("core.shmmem"));
  }

  /** Under the name that Kamailio has for it, too. */
  private static Command memory(String name) {
    return Command.named(name, "Shows the memory of the Java virtual machine, in bytes")
        .answered(Reply.of(members("total", 1073741824L, "used", 71303168L)))
        .does((arguments, caller) -> Reply.of(memory()));
  }

  /** Names and values in turn. */
  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private List<Object> ps() {
    List<Object> values = new ArrayList<>();
    for (ProcessStatus process : processes.list()) {
      values.add(process.pid());
      values.add(description(process));
    }
    return values;
  }

  /** As Kamailio describes its processes: a name, and what tells it from the others. */
  private static String description(ProcessStatus process) {
    return "%s rank=%s order=%d state=%s started=%s cpu=%dms"
        .formatted(
            process.name(),
            Rank.text(process.rank()),
            process.order(),
            process.state(),
            process.started(),
            process.cpu().toMillis());
  }

  private List<Map<String, Object>> psx() {
    return processes.list().stream()
        .map(
            process ->
                members(
                    "IDX", process.order(),
                    "PID", process.pid(),
                    "DSC", process.name(),
                    "RANK", process.rank(),
                    "STATE", process.state().toString(),
                    "STARTED", process.started().toString(),
                    "CPU_MS", process.cpu().toMillis()))
        .toList();
  }

  private List<Map<String, Object>> sockets() {
    return listens.get().stream()
        .distinct()
        .map(l -> Map.<String, Object>of("socket", socket(l)))
        .toList();
  }

  private static Map<String, Object> socket(Listen listen) {
    return members(
        "proto",
        listen.proto(),
        "address",
        listen.address(),
        "port",
        Integer.toString(listen.port()),
        "mcast",
        "no",
        "mhomed",
        "no",
        "virtual",
        "no");
  }

  private Map<String, Object> aliases() {
    List<Object> aliases = new ArrayList<>();
    for (SocketAddress alias : parameters.list("alias", SocketAddress.class)) {
      aliases.add(Map.of("alias", alias(alias)));
    }
    return members("myself_callbacks", "no", "aliases", aliases);
  }

  private static Map<String, Object> alias(SocketAddress alias) {
    Transport transport = alias.transport();
    Integer port = alias.port();
    return members(
        "proto",
        transport == null ? "*" : transport.name().toLowerCase(Locale.ROOT),
        "address",
        alias.host(),
        "port",
        port == null ? "*" : port);
  }

  private static Map<String, Object> memory() {
    var memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    MemoryUsage other = memory.getNonHeapMemoryUsage();
    Map<String, Object> view =
        members(
            "total", heap.getMax(),
            "free", heap.getMax() - heap.getUsed(),
            "used", heap.getUsed(),
            "real_used", heap.getCommitted(),
            "max_used", peak(),
            "non_heap_used", other.getUsed(),
            "non_heap_committed", other.getCommitted());
    return view;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
