package org.escapement.login;

import java.util.Locale;
import java.util.Set;

/** What a user may do. */
public enum Role {
  /** May see everything. */
  VIEWER,
  /** May see everything and change it. */
  OPERATOR;

  /** As users' files and deployment descriptors write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of the roles that come with this one. */
  public Set<String> names() {
    return this == OPERATOR ? Set.of(VIEWER.text(), text()) : Set.of(text());
  }
}
