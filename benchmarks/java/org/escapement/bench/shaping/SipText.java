package org.escapement.bench.shaping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A SIP message, taken apart only as far as the benchmark needs it: no compact header names, no
 * folded lines, which neither side sends.
 */
record SipText(String firstLine, List<String> headers) {

  static SipText parse(byte[] data, int length) {
    List<String> lines = new String(data, 0, length, UTF_8).lines().toList();
    List<String> headers = lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).toList();
    return new SipText(lines.isEmpty() ? "" : lines.get(0), headers);
  }

  byte[] bytes() {
    List<String> lines = new ArrayList<>();
    lines.add(firstLine);
    lines.addAll(headers);
    lines.add("Content-Length: 0");
    return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n\r\n")).getBytes(UTF_8);
  }

  /** 0 for a request. */
  int status() {
    return firstLine.startsWith("SIP/2.0 ") ? Integer.parseInt(firstLine.substring(8, 11)) : 0;
  }

  /** The method of a request, or of the request that a response is for. */
  String method() {
    String cseq = value("CSeq");
    return cseq.substring(cseq.indexOf(' ') + 1).strip();
  }

  /** The lines of all headers of a name. */
  List<String> lines(String name) {
    String prefix = name + ':';
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .toList();
  }

  /** The value of the first header of a name, or nothing. */
  String value(String name) {
    return lines(name).stream().map(SipText::valueOf).findFirst().orElse("");
  }

  private static String valueOf(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  /** The values of all headers of a name, those that share a line taken apart. */
  List<String> values(String name) {
    return lines(name).stream()
        .flatMap(line -> List.of(valueOf(line).split(",(?=\\s*<)")).stream())
        .map(String::strip)
        .toList();
  }

  /** The number of a call of the benchmark, from its Call-ID; below 0 for others. */
  int call() {
    String id = value("Call-ID");
    int end = id.indexOf('-');
    return end > 0 && id.startsWith("c") ? Integer.parseInt(id.substring(1, end)) : -1;
  }
}
