package greeter;

import java.util.List;
import java.util.Objects;
import javax.enterprise.context.ApplicationScoped;
import org.escapement.command.Command;
import org.escapement.command.Reply;
import org.escapement.module.Module;
import org.escapement.module.ModuleContext;
import org.escapement.module.Parameter;
import org.escapement.module.Rank;
import org.escapement.statistic.Counter;
import org.escapement.statistic.Statistics;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.VariableCatalogue;
import org.jspecify.annotations.Nullable;

/** A module in about 80 lines: a parameter, a command, a pseudo-variable, a counter, a worker. */
@ApplicationScoped
public class GreeterModule implements Module {

  private String greeting = "";
  private int everyMillis;
  private @Nullable Counter greetings;
  private @Nullable ModuleContext context;

  @Override
  public String name() {
    return "greeter";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Text("greeting", "what it says", "hello", value -> greeting = value),
        new Parameter.Int(
            "every", "milliseconds between two greetings", 1000, 1, 60_000, this::every));
  }

  private void every(long millis) {
    everyMillis = (int) millis;
  }

  @Override
  public void statistics(Statistics statistics) {
    greetings = statistics.counter("greeter", "greetings", "Greetings that were said");
  }

  @Override
  public void variables(VariableCatalogue variables) {
    variables.add(PseudoVariable.text("greeting", "what the greeter says", context -> greeting));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.named("greeter.said", "Tells the greeting, and how often it was said")
            .does((arguments, caller) -> Reply.of(greeting, said().value())));
  }

  @Override
  public int modInit(ModuleContext given) {
    context = given;
    given.registerProcesses(1);
    return 0;
  }

  @Override
  public int childInit(int rank) {
    if (rank == Rank.PROC_MAIN) {
      context().forkProcess(1, "greeter", this::greet);
    }
    return 0;
  }

  private void greet() {
    try {
      while (!context().stopping()) {
        Thread.sleep(everyMillis);
        said().increment();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the application ends
    }
  }

  private Counter said() {
    return Objects.requireNonNull(greetings);
  }

  private ModuleContext context() {
    return Objects.requireNonNull(context);
  }
}
