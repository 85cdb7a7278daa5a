package org.escapement.bench.shaping;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "shaping")
public final class ShapingCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
