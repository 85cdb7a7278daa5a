package org.escapement.variable.transformation;

import java.util.List;
import java.util.function.Function;
import org.escapement.variable.Argument;
import org.escapement.variable.TransformationKind;

/** Class {@code uri}: parts of a SIP, SIPS or tel URI. What is no URI has none. */
final class UriTransformations {

  List<TransformationKind> all() {
    return List.of(
        part("uri.user", "User", SipUriText::user),
        part("uri.host", "Host", SipUriText::host),
        part("uri.port", "Port", SipUriText::port),
        part("uri.passwd", "Password", SipUriText::password),
        part("uri.scheme", "Scheme", SipUriText::scheme),
        part("uri.params", "All parameters", SipUriText::parameters),
        part("uri.headers", "All headers", SipUriText::headers),
        parameter("transport"),
        parameter("ttl"),
        parameter("maddr"),
        parameter("method"),
        parameter("lr"),
        parameter("r2"),
        new TransformationKind(
            "uri.param",
            ",name",
            "Value of a parameter",
            1,
            1,
            (arguments, problems) -> {
              Argument name = arguments.argument(0, problems);
              return (value, context) ->
                  value.set(of(value.text(), uri -> uri.parameter(name.text(context))));
            }));
  }

  private static TransformationKind part(
      String name, String help, Function<SipUriText, String> part) {
    return StringTransformations.text(name, help + " of the URI", text -> of(text, part));
  }

  private static TransformationKind parameter(String name) {
    return part("uri." + name, "Parameter " + name, uri -> uri.parameter(name));
  }

  private static String of(String text, Function<SipUriText, String> part) {
    SipUriText uri = SipUriText.read(text);
    return uri == null ? "" : part.apply(uri);
  }
}
