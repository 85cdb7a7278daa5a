package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import greeter.GreeterModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.escapement.command.Caller;
import org.escapement.command.CommandTable;
import org.escapement.command.Reply;
import org.escapement.module.ProcessStatus;
import org.escapement.module.ProcessTable;
import org.escapement.statistic.Statistics;
import org.escapement.variable.Variables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example in {@code examples/module}, a WAR of its own beside Escapement's classes. */
@ExtendWith(ArquillianExtension.class)
class ModuleExampleIT {

  private static final Path EXAMPLE = Path.of("examples/module/src/main");

  @Inject private CommandTable commands;
  @Inject private Statistics statistics;
  @Inject private Variables variables;
  @Inject private ProcessTable processes;

  @Deployment
  static WebArchive deployment() throws IOException {
    String sipXml = Files.readString(EXAMPLE.resolve("webapp/WEB-INF/sip.xml"));
    return Wars.example("module", EXAMPLE, sipXml)
        .addClasses(GreeterModule.class, Await.class)
        .addAsLibraries(Wars.assertions());
  }

  private long said() {
    return statistics.find("greeter:greetings").orElseThrow().value();
  }

  @Test
  void parameterCommandVariableCounterAndWorker_areThere() {
    Await.until(() -> "greetings, there are " + said(), () -> said() > 1);

    assertThat(variables.expand("<$greeting>", variables.ofThread())).isEqualTo("<good morning>");
    Reply reply =
        commands.call(
            commands.find("greeter.said").orElseThrow(),
            new Caller("test", "test", false),
            List.of());
    assertThat(reply.values().get(0)).isEqualTo("good morning");
    assertThat((Long) reply.values().get(1)).isGreaterThan(1);
    assertThat(processes.list())
        .filteredOn(process -> process.name().equals("greeter"))
        .singleElement()
        .satisfies(
            process -> {
              assertThat(process.rank()).isEqualTo(1);
              assertThat(process.state()).isEqualTo(ProcessStatus.State.RUNNING);
            });
  }
}
