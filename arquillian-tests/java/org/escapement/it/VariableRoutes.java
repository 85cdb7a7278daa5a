package org.escapement.it;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TooManyHopsException;
import org.escapement.it.NotesServlet.Notes;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.routing.MessageRouting;
import org.escapement.timer.TimerContext;
import org.escapement.variable.ExpansionException;
import org.escapement.variable.VariableContext;
import org.escapement.variable.Variables;

/** Writes down what variables say of the messages on their way; each note names the Call-ID. */
@ApplicationScoped
public class VariableRoutes {

  /** Of requests and replies, in this order. */
  static final List<String> READ =
      List.of(
          "rm",
          "ru",
          "rU",
          "rd",
          "rp",
          "du",
          "fu",
          "fU",
          "fd",
          "fn",
          "ft",
          "tu",
          "tU",
          "td",
          "tn",
          "tt",
          "ci",
          "cs",
          "hdr(X)",
          "(hdr(X)[1])",
          "(hdr(X)[*])",
          "hdrc(X)",
          "si",
          "sp",
          "Ri",
          "Rp",
          "proto",
          "mt",
          "ml",
          "rs",
          "rr",
          "ua",
          "ct",
          "cT",
          "cl",
          "rb");

  private static final int MANY = 200;

  @Inject private Variables variables;
  @Inject private Notes notes;
  @Inject private MessageRouting routing;

  private void note(String what, SipServletMessage message, String text) {
    notes.add(
        what + ' ' + message.getCallId() + ' ' + variables.expand(text, variables.of(message)));
  }

  private void noteAll(String what, SipServletMessage message) {
    for (String name : READ) {
      note(what + ' ' + name, message, "$" + name);
    }
  }

  @Route("request_route")
  void request(RouteContext route, SipServletRequest request) throws Throwable {
    VariableContext context = variables.of(request);
    noteAll("request", request);
    variables.set("$avp(caller)", "old", context);
    variables.set("$avp(caller)", variables.expand("$fU", context), context);
    variables.set("$xavp(call=>id)", request.getCallId(), context);
    variables.set("$xavp(call[0]=>tries)", 3, context);
    variables.set("$shv(last)", request.getCallId(), context);
    int ignored = route.call(Objects.toString(((SipURI) request.getRequestURI()).getUser()));
  }

  @Route("relay")
  void relay(MessageContext message, SipServletRequest request)
      throws IOException, TooManyHopsException {
    note("nested", request, "$avp(caller) $(avp(caller)[1]) $xavp(call=>id) $xavp(call=>tries)");
    String port = request.getRequestURI().getParameter("to");
    SipURI next = Objects.requireNonNull(routing.factory()).createSipURI("callee", "127.0.0.1");
    next.setPort(Integer.parseInt(port));
    message.forward(List.of(next));
  }

  @Route("ksr_reply_route")
  void reply(SipServletResponse reply) {
    noteAll("reply", reply);
    note("after", reply, "$avp(caller) $(avp(caller)[1]) $xavp(call=>id) $xavp(call=>tries)");
  }

  @Route("settings")
  void settings(MessageContext message, SipServletRequest request) throws IOException {
    note(
        "settings",
        request,
        "$sel(cfg_get.core.pv_buffer_size) $sel(cfg_get.caller.realm) $def(REGION) $stat(heard)"
            + " $stat(script:heard) $shv(last) $shv(limit) $avp(caller)");
    message.reply(SipServletResponse.SC_OK, "");
  }

  @Route("count")
  void count(MessageContext message, SipServletRequest request) throws IOException {
    VariableContext context = variables.of(request);
    note("count", request, "$var(count)");
    long before = Long.parseLong(variables.expand("$var(count)", context));
    variables.set("$var(count)", before + 1, context);
    message.reply(SipServletResponse.SC_OK, "");
  }

  @Route("limits")
  void limits(MessageContext message, SipServletRequest request) throws IOException {
    VariableContext context = variables.of(request);
    note("fits", request, "$(hdr(X)[0])");
    String twice = "$rb$rb";
    note("tooLong", request, () -> variables.expand(twice, context));
    String nested = "$_s($_s($_s($rm)))";
    note("deep", request, () -> variables.expand("$_s($rm)", context));
    note("tooDeep", request, () -> variables.expand(nested, context));
    String made =
        IntStream.range(0, MANY)
            .mapToObj(i -> variables.expand("$rm " + i, context))
            .collect(Collectors.joining());
    note("kept", request, made.length() > MANY ? Integer.toString(variables.kept()) : "none");
    message.reply(SipServletResponse.SC_OK, "");
  }

  /** What an expansion gives, or why it is refused. */
  private void note(String what, SipServletRequest request, Supplier<String> expansion) {
    String note;
    try {
      note = expansion.get();
    } catch (ExpansionException e) {
      note = e.getMessage();
    }
    notes.add(what + ' ' + request.getCallId() + ' ' + note);
  }

  @Route("MINE_START")
  void mineStart(TimerContext timer) {
    variables.set("$var(mine)", timer.worker() + 100, variables.of(timer));
  }

  @Route("MINE")
  void mine(TimerContext timer) {
    VariableContext context = variables.of(timer);
    String text = "worker $ptimer(worker) has $var(mine) and count $var(count)";
    String note = variables.expand(text, context);
    if (!notes.all().contains(note)) {
      notes.add(note);
    }
  }
}
