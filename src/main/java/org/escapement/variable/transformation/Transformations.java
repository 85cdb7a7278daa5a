package org.escapement.variable.transformation;

import java.util.List;
import java.util.stream.Stream;
import org.escapement.variable.TransformationKind;

/** All transformations that every application has. */
public final class Transformations {

  /** All of them. */
  public List<TransformationKind> all() {
    return Stream.of(
            new StringTransformations().all(),
            new SliceTransformations().all(),
            new Digests().all(),
            new Encodings().all(),
            new UriTransformations().all(),
            new ParameterTransformations().all(),
            new NameAddressTransformations().all(),
            List.of(new Substitution.Kind().make()))
        .flatMap(List::stream)
        .toList();
  }
}
