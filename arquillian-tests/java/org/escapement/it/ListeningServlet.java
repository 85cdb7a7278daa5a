package org.escapement.it;

import java.io.IOException;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.queue.MessageQueues;
import org.escapement.statistic.Statistics;
import org.escapement.variable.VariableContext;
import org.escapement.variable.Variables;

/** Answers with what the variables say about the request. */
@Dependent
public class ListeningServlet extends SipServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Variables variables;
  @Inject private transient MessageQueues queues;
  @Inject private transient Statistics statistics;

  @Override
  protected void doMessage(SipServletRequest request) throws IOException {
    VariableContext context = variables.of(request);
    variables.set("$avp(tries)", 3, context);
    statistics.update("heard", 1);
    queues.add("calls", request.getCallId(), variables.expand("$hdr(X)", context));
    SipServletResponse reply = request.createResponse(SipServletResponse.SC_OK);
    reply.setHeader(
        "Echo",
        variables.expand(
            "$rm $ru|$fU|$(hdr(X)[-1])|$hdrc(X)|$cs|$proto|$si|$ua|$avp(tries)"
                + "|$(ru{uri.param,a})|$rb|$mt|$du",
            context));
    reply.setHeader("Length", variables.expand("$ml", context));
    reply.send();
  }
}
