package org.escapement.it.sip;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A message as it was on the wire. */
public record WireMessage(String text) {

  /** The request line or status line. */
  public String firstLine() {
    return text.lines().findFirst().orElse("");
  }

  /** The lines of a header, in order. */
  public List<String> lines(String header) {
    return text.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, header + ':', 0, header.length() + 1))
        .toList();
  }

  /** The value of a header; empty when there is none. */
  public String header(String name) {
    return lines(name).stream()
        .findFirst()
        .map(line -> line.substring(name.length() + 1).strip())
        .orElse("");
  }

  /** The URI of its Contact. */
  public String contact() {
    String contact = header("Contact");
    int open = contact.indexOf('<');
    return open < 0 ? contact : contact.substring(open + 1, contact.indexOf('>'));
  }

  /** The route set that its reader has, as lines of a request within the dialog. */
  public String routes() {
    List<String> recorded =
        lines("Record-Route").stream()
            .map(line -> "Route:" + line.substring("Record-Route:".length()))
            .collect(Collectors.toList());
    Collections.reverse(recorded);
    return recorded.stream().map(line -> line + '\n').collect(Collectors.joining());
  }

  /**
   * An answer to this request.
   *
   * @param status code and reason
   * @param more lines of further headers, each with its end
   */
  public String answer(String status, int port, String more) {
    StringBuilder answer = new StringBuilder("SIP/2.0 " + status + '\n');
    for (String header : List.of("Via", "Record-Route", "From", "Call-ID", "CSeq")) {
      lines(header).forEach(line -> answer.append(line).append('\n'));
    }
    String to = header("To");
    return answer
        .append("To: ")
        .append(to)
        .append(to.contains("tag=") ? "" : ";tag=callee")
        .append("\nContact: <sip:callee@127.0.0.1:")
        .append(port)
        .append(">\n")
        .append(more)
        .append("Content-Length: 0\n\n")
        .toString();
  }
}
