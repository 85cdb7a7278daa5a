package org.escapement.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.escapement.text.Nearest;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** Makes listen sockets from both of their forms. Not thread-safe. */
final class ListenBuilder {

  private static final List<String> KEYS =
      List.of("bind", "advertise", "name", "workers", "virtual", "agname", "vrf");

  private final AddressReader addresses;
  private final Report report;
  private Statement.@Nullable Assignment workers;

  ListenBuilder(AddressReader addresses, Report report) {
    this.addresses = addresses;
    this.report = report;
  }

  /** Keeps a setting of socket_workers for the next socket. */
  void noteWorkers(Statement.Assignment assignment) {
    if (assignment.name().equals("socket_workers")) {
      workers = assignment;
    }
  }

  /** Warns of a socket_workers that no socket follows. */
  void finish() {
    if (workers != null) {
      report.notice(
          Severity.WARNING,
          workers.position(),
          "socket_workers has no effect: no listen follows",
          "put it before the listen that it is meant for");
    }
  }

  private @Nullable Integer takeWorkers() {
    Integer count = workers != null ? intOrNull(workers.value()) : null;
    workers = null;
    return count;
  }

  private static @Nullable Integer intOrNull(Value value) {
    return value instanceof Value.Int number && number.value() == (int) number.value()
        ? Integer.valueOf((int) number.value())
        : null;
  }

  /** {@code proto:host:port advertise … name … virtual}. */
  @Nullable ListenSpec fromList(KamailioParser.ListenAddressContext ctx, PlacedText address) {
    Map<String, Value> options = new HashMap<>();
    for (KamailioParser.ListenOptionContext option : ctx.listenOption()) {
      PlacedToken keyword = StatementBuilder.token(option.getStart());
      Value value = StatementBuilder.value(option.getStop());
      put(options, keyword.getText().toLowerCase(Locale.ROOT), value, keyword.position());
    }
    return build(address, options, options.containsKey("virtual"));
  }

  /** {@code { bind=…; advertise=…; name="…"; workers=n; virtual=yes; }}. */
  @Nullable ListenSpec fromBlock(KamailioParser.SocketContext ctx, Position position) {
    Map<String, Value> options = new HashMap<>();
    for (KamailioParser.SocketEntryContext entry : ctx.socketEntry()) {
      Token key = entry.key;
      if (key != null) {
        put(
            options,
            key.getText().toLowerCase(Locale.ROOT),
            StatementBuilder.value(entry.value().getStart()),
            StatementBuilder.token(key).position());
      }
    }
    Value bind = options.get("bind");
    if (bind == null) {
      report.problem(position, "the socket has no address", "add bind=udp:192.0.2.1:5060;");
      return null;
    }
    return build(placed(bind), options, isVirtual(options.get("virtual")));
  }

  private void put(Map<String, Value> options, String key, Value value, Position position) {
    if (!KEYS.contains(key)) {
      report.problem(position, "unknown entry '" + key + "'", Nearest.advice("entry", key, KEYS));
    } else if (options.putIfAbsent(key, value) != null) {
      report.problem(position, "'" + key + "' is given twice", "keep one of them");
    } else if (key.equals("agname") || key.equals("vrf")) {
      report.notice(
          Severity.NOTICE,
          position,
          "'" + key + "' of a socket is known and not supported: it has no effect",
          "take it out");
    }
  }

  private boolean isVirtual(@Nullable Value value) {
    if (value == null) {
      return false;
    }
    Boolean virtual = value.asBoolean();
    if (virtual == null) {
      report.problem(
          value.position(),
          "'" + Report.excerpt(value.text()) + "' is neither yes nor no",
          "write virtual=yes or virtual=no");
    }
    return Boolean.TRUE.equals(virtual);
  }

  private @Nullable ListenSpec build(PlacedText text, Map<String, Value> options, boolean virtual) {
    Integer count = takeWorkers();
    Value ownWorkers = options.get("workers");
    if (ownWorkers != null) {
      count = workers(ownWorkers);
    }
    SocketAddress address = addresses.read(text);
    Value advertised = options.get("advertise");
    SocketAddress advertise = advertised == null ? null : advertise(placed(advertised));
    Value name = options.get("name");
    return address == null
        ? null
        : new ListenSpec(address, advertise, name == null ? null : name.text(), virtual, count);
  }

  private @Nullable Integer workers(Value value) {
    Integer count = intOrNull(value);
    if (count == null || count < 1) {
      report.problem(
          value.position(),
          "'" + Report.excerpt(value.text()) + "' is no number of workers",
          "write a number from 1 on");
    }
    return count;
  }

  private @Nullable SocketAddress advertise(PlacedText text) {
    SocketAddress address = addresses.read(text);
    if (address != null && address.transport() != null) {
      report.problem(
          text.position(),
          "the advertised address '" + Report.excerpt(text.text()) + "' names a transport",
          "write host:port; the transport is that of the socket");
      return null;
    }
    return address;
  }

  private static PlacedText placed(Value value) {
    return value.placed();
  }
}
