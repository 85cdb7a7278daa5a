package org.escapement.variable.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Access;
import org.escapement.variable.Index;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.Use;
import org.escapement.variable.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code $xavp(root[i]=>field[j])}: values with fields, on the message and its replies.
 *
 * <p>Setting {@code $xavp(root=>field)} puts a new root with that field on top; with {@code [i]}
 * the field goes into the root that is there, on top of its values of that name, and with {@code
 * [j]} in the place of one of them. Setting no value takes away.
 */
public final class XavpVariable {

  private static final String INDEX = "(?:\\[(-?\\d{1,9}|\\*)\\])?";
  private static final Pattern FORM =
      Pattern.compile("([\\w.-]+)" + INDEX + "(?:=>([\\w.-]+)" + INDEX + ")?");
  private static final MessageAttributes<Xavps> ATTRIBUTES =
      new MessageAttributes<>(Xavps.class, Xavps::new);

  private final Slots.Names roots = new Slots.Names();
  private final Slots.Names fields = new Slots.Names();

  /** The variable. */
  public PseudoVariable make() {
    return new PseudoVariable.Simple(
        "xavp",
        "root=>field: a field of a value on the message and its replies; root[n] the nth newest",
        this::bind);
  }

  private Access bind(Use use, Problems problems) {
    use.refuseIndex(problems);
    PlacedText parameter = use.needParameter("root=>field", problems);
    if (parameter == null) {
      return PseudoVariable.Simple.NOTHING;
    }
    Matcher matcher = FORM.matcher(parameter.text().strip());
    if (!matcher.matches()) {
      problems.add(
          parameter.position(),
          "'" + parameter.text() + "' names no value of $xavp",
          "write root, root=>field or root[n]=>field[n]");
      return PseudoVariable.Simple.NOTHING;
    }
    int root = roots.slot(matcher.group(1));
    Index rootIndex = index(matcher.group(2));
    return matcher.group(3) == null
        ? new Root(matcher.group(1), root, rootIndex)
        : new Field(root, rootIndex, fields.slot(matcher.group(3)), index(matcher.group(4)));
  }

  private static Index index(@Nullable String text) {
    if (text == null) {
      return Index.NONE;
    }
    return text.equals("*") ? Index.ALL : Index.of(Integer.parseInt(text));
  }

  private static @Nullable Slots<Object> findRoot(VariableContext context, int slot, Index index) {
    Xavps all = ATTRIBUTES.find(context);
    Stack<Slots<Object>> found = all == null ? null : all.roots().find(slot);
    return found == null ? null : found.get(index);
  }

  private record Root(String name, int slot, Index index) implements Access {

    @Override
    public void read(VariableContext context, Reading out) {
      if (findRoot(context, slot, index) != null) {
        out.set("<<xavp:" + name + ">>");
      }
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(VariableContext context, Reading value) {
      if (!value.isNull()) {
        throw new IllegalArgumentException("only a field can have a value: write root=>field");
      }
      ATTRIBUTES.open(context).roots().open(slot).remove(index);
    }
  }

  private record Field(int root, Index rootIndex, int slot, Index index) implements Access {

    @Override
    public void read(VariableContext context, Reading out) {
      Slots<Object> fields = findRoot(context, root, rootIndex);
      Stack<Object> values = fields == null ? null : fields.find(slot);
      if (values != null) {
        out.setAny(values.get(index));
      }
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(VariableContext context, Reading value) {
      Stack<Slots<Object>> roots = ATTRIBUTES.open(context).roots().open(root);
      Object kept = value.value();
      Slots<Object> fields = roots.get(rootIndex);
      if (kept == null) {
        if (fields != null) {
          fields.open(slot).remove(index);
        }
      } else if (rootIndex.isNone()) {
        Slots<Object> made = new Slots<>();
        made.open(slot).push(kept);
        roots.push(made);
      } else {
        setIn(fields, kept);
      }
    }

    private void setIn(@Nullable Slots<Object> fields, Object value) {
      if (fields == null) {
        throw new IllegalArgumentException("there is no root at index " + rootIndex.number());
      }
      Stack<Object> values = fields.open(slot);
      if (index.isNone()) {
        values.push(value);
      } else if (!values.replace(index, value)) {
        throw new IllegalArgumentException("there is no value at index " + index.number());
      }
    }
  }
}
