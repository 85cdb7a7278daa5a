package org.escapement.bench.scale;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "scale")
public final class ScaleCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
