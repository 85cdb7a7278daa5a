package org.escapement.variable.builtin;

import java.util.stream.Collectors;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Access;
import org.escapement.variable.Index;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.Use;
import org.escapement.variable.VariableContext;

/**
 * {@code $avp(name)}: values on the message and its replies. Setting one puts it on top of those of
 * the same name; {@code $(avp(name)[*])} sets the only one; setting no value takes away.
 */
public final class AvpVariable {

  private static final MessageAttributes<Avps> ATTRIBUTES =
      new MessageAttributes<>(Avps.class, Avps::new);

  private final Slots.Names names = new Slots.Names();

  /** The variable. */
  public PseudoVariable make() {
    return new PseudoVariable.Simple(
        "avp", "A value on the message and its replies; [n] the nth newest, [*] all", this::bind);
  }

  private Access bind(Use use, Problems problems) {
    PlacedText parameter = use.needParameter("name", problems);
    return parameter == null
        ? PseudoVariable.Simple.NOTHING
        : new Avp(names.slot(plainName(parameter.text().strip())), use.index());
  }

  /** {@code s:name} is the same as {@code name}. */
  private static String plainName(String name) {
    return name.startsWith("s:") ? name.substring(2) : name;
  }

  private record Avp(int slot, Index index) implements Access {

    @Override
    public void read(VariableContext context, Reading out) {
      Avps all = ATTRIBUTES.find(context);
      Stack<Object> values = all == null ? null : all.values().find(slot);
      if (values == null || values.get(Index.NONE) == null) {
        return;
      }
      if (index.isAll()) {
        out.set(values.list().stream().map(Object::toString).collect(Collectors.joining(", ")));
      } else {
        out.setAny(values.get(index));
      }
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(VariableContext context, Reading value) {
      Stack<Object> values = ATTRIBUTES.open(context).values().open(slot);
      Object kept = value.value();
      if (kept == null) {
        values.remove(index);
        return;
      }
      if (index.isAll()) {
        values.remove(Index.ALL);
      }
      if (index.isNone() || index.isAll()) {
        values.push(kept);
      } else if (!values.replace(index, kept)) {
        throw new IllegalArgumentException("there is no value at index " + index.number());
      }
    }
  }
}
