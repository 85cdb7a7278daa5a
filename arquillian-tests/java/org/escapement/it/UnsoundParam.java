package org.escapement.it;

import java.time.Duration;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.escapement.parameter.Param;

/** Two mistakes: there is no such parameter, and a number of branches is no duration. */
@ApplicationScoped
public class UnsoundParam {
  @Inject
  @Param("max_branch")
  int branches;

  @Inject
  @Param("max_branches")
  Duration duration;
}
