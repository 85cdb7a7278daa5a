package org.escapement.variable.builtin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.servlet.sip.SipServletMessage;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Access;
import org.escapement.variable.Index;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Use;
import org.jspecify.annotations.Nullable;

/** {@code $hdr(name)} and {@code $hdrc(name)}. */
public final class HeaderVariables {

  /** All of them. */
  public List<PseudoVariable> all() {
    return List.of(
        new PseudoVariable.Simple(
            "hdr",
            "Body of the first header of that name; with an index, of another one; with [*], of all"
                + " with commas between",
            HeaderVariables::header),
        PseudoVariable.named(
            "hdrc",
            "Number of headers of that name",
            "header",
            name -> (context, out) -> out.set(count(context.message(), name))));
  }

  private static Access header(Use use, Problems problems) {
    PlacedText parameter = use.needParameter("header", problems);
    String name = parameter == null ? "" : parameter.text().strip();
    Index index = use.index();
    if (index.isNone()) {
      return (context, out) -> {
        SipServletMessage message = context.message();
        out.set(message == null ? null : message.getHeader(name));
      };
    }
    return (context, out) -> {
      List<String> bodies = bodies(context.message(), name);
      if (index.isAll()) {
        out.set(bodies.isEmpty() ? null : String.join(",", bodies));
      } else {
        int place = index.among(bodies.size());
        out.set(place < 0 ? null : bodies.get(place));
      }
    };
  }

  private static List<String> bodies(@Nullable SipServletMessage message, String name) {
    List<String> bodies = new ArrayList<>();
    if (message != null) {
      Iterator<String> all = message.getHeaders(name);
      while (all.hasNext()) {
        bodies.add(all.next());
      }
    }
    return bodies;
  }

  private static int count(@Nullable SipServletMessage message, String name) {
    return bodies(message, name).size();
  }
}
