package org.escapement.variable.transformation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.escapement.variable.TransformationKind;

/** Encodings of the text's bytes in UTF-8, and back. A text that cannot be decoded gives none. */
final class Encodings {

  /** RFC 3261, section 25.1: unreserved. */
  private static final String UNRESERVED = "-_.!~*'()";

  private static final String USER = UNRESERVED + "&=+$,;?/";
  private static final String PARAMETER = UNRESERVED + "[]/:&+$";
  private static final String URL = "-_.~";

  List<TransformationKind> all() {
    PercentCode user = new PercentCode(USER);
    PercentCode parameter = new PercentCode(PARAMETER);
    PercentCode url = new PercentCode(URL);
    return List.of(
        StringTransformations.text(
            "s.encode.hexa",
            "In hexadecimal digits",
            text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
        StringTransformations.text(
            "s.decode.hexa",
            "From hexadecimal digits",
            text -> new String(HexFormat.of().parseHex(text), UTF_8)),
        StringTransformations.text(
            "s.encode.base64",
            "In base 64",
            text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8))),
        StringTransformations.text(
            "s.decode.base64",
            "From base 64",
            text -> new String(Base64.getDecoder().decode(text), UTF_8)),
        StringTransformations.text(
            "s.escape.common",
            "With a backslash before quotes, apostrophes and backslashes, NUL as \\0",
            Encodings::escape),
        StringTransformations.text(
            "s.unescape.common", "Without those backslashes", Encodings::unescape),
        StringTransformations.text(
            "s.escape.user", "As the user of a SIP URI is written", user::encode),
        StringTransformations.text(
            "s.unescape.user", "From the user of a SIP URI", PercentCode::decode),
        StringTransformations.text(
            "s.escape.param", "As a parameter of a SIP URI is written", parameter::encode),
        StringTransformations.text(
            "s.unescape.param", "From a parameter of a SIP URI", PercentCode::decode),
        StringTransformations.text(
            "s.urlencode.param", "As a parameter of a URL is written", url::encode),
        StringTransformations.text(
            "s.urldecode.param", "From a parameter of a URL", PercentCode::decode),
        StringTransformations.text(
            "s.escape.csv",
            "As a field of a CSV file, in quotes",
            text -> '"' + text.replace("\"", "\"\"") + '"'));
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'', '"', '\\' -> out.append('\\').append(c);
        case '\0' -> out.append("\\0");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '\\' && "'\"\\0".indexOf(next) >= 0) {
        out.append(next == '0' ? '\0' : next);
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
