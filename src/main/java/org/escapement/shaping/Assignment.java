package org.escapement.shaping;

import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.escapement.routing.PhoneNumbers;
import org.escapement.text.Attributes;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What {@code modparam("shaper", "assign", …)} says: the calls that meet all of its conditions go
 * to its queue.
 *
 * @param source addresses that the call comes from; null for any
 * @param fromDomain host of the From URI; null for any
 * @param prefix beginning of the user or number of the Request-URI; null for any
 * @param position where the name of the queue stands
 */
record Assignment(
    String queue,
    @Nullable AddressRange source,
    @Nullable String fromDomain,
    @Nullable String prefix,
    Position position) {

  private static final List<String> KNOWN =
      List.of("queue", "src_ip", "from_domain", "ruri_prefix");

  static Optional<Assignment> parse(PlacedText text, Problems problems) {
    Position position = text.position();
    int before = problems.list().size();
    Attributes attributes = Attributes.parse(text, KNOWN, problems);
    Optional<Attribute> queue = attributes.find("queue");
    if (queue.isEmpty()) {
      problems.add(position, "the assignment names no queue", "add queue=…");
    }
    Optional<AddressRange> source = attributes.find("src_ip").flatMap(a -> source(a, problems));
    String fromDomain = condition(attributes, "from_domain", problems);
    String prefix = condition(attributes, "ruri_prefix", problems);
    if (problems.list().size() > before) {
      return Optional.empty();
    }
    return queue.map(
        q -> new Assignment(q.value(), source.orElse(null), fromDomain, prefix, q.position()));
  }

  private static Optional<AddressRange> source(Attribute attribute, Problems problems) {
    Optional<AddressRange> range = AddressRange.parse(attribute.value());
    if (range.isEmpty()) {
      problems.add(
          attribute.position(),
          "src_ip '" + attribute.value() + "' is no address range",
          "write an address or a range such as 10.1.0.0/16");
    }
    return range;
  }

  private static @Nullable String condition(Attributes attributes, String name, Problems problems) {
    Optional<Attribute> found = attributes.find(name);
    found
        .filter(attribute -> attribute.value().isEmpty())
        .ifPresent(
            attribute ->
                problems.add(
                    attribute.position(), name + " is empty", "give it a value, or take it out"));
    return found.map(Attribute::value).orElse(null);
  }

  boolean matches(SipServletRequest request, PhoneNumbers phones) {
    return (source == null || source.contains(request.getRemoteAddr()))
        && (fromDomain == null || fromDomain.equalsIgnoreCase(host(request)))
        && (prefix == null || phones.user(request.getRequestURI()).startsWith(prefix));
  }

  private static String host(SipServletRequest request) {
    return request.getFrom().getURI() instanceof SipURI uri ? uri.getHost() : "";
  }
}
