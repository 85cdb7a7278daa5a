package org.escapement.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.escapement.route.RequestRoutes;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteTable;
import org.escapement.statistic.Statistics;
import org.escapement.text.Problems;
import org.escapement.variable.CacheLimits;
import org.escapement.variable.ExpansionLimits;
import org.escapement.variable.VariableCatalogue;
import org.escapement.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions of queues as routes call them. */
class QueueFunctionsTest {

  private final VariableCatalogue catalogue = new VariableCatalogue();
  private final MessageQueues queues = new MessageQueues(catalogue::workerSlot);
  private final Variables variables =
      new Variables(catalogue, () -> ExpansionLimits.DEFAULT, () -> CacheLimits.DEFAULT, () -> 0);
  private final RouteTable table = new RouteTable();
  private final Caller caller = new Caller();

  /** Calls what a test asks for. */
  static final class Caller {
    private String function = "";
    private Object[] arguments = {};
    private int result;

    @Route("CALL")
    void call(RouteContext route) throws Exception {
      result = route.function(function, arguments);
    }
  }

  @BeforeEach
  void declare() {
    queues.add(new QueueDefinition("q", 2, AddMode.KEEP_OLDEST), new Statistics());
    catalogue.addAll(queues.variables());
    table.add(new MqueueModule(queues, variables).functions());
    table.declare(RouteDeclaration.of(Caller.class, new Problems()), new Problems());
    table.bind(Caller.class, caller);
  }

  private int call(String function, Object... arguments) throws Throwable {
    caller.function = function;
    caller.arguments = arguments;
    var unused = new RequestRoutes(table).run("CALL", null);
    return caller.result;
  }

  private String fetched() {
    return variables.expand("$mqk(q)=$mqv(q)", variables.ofThread());
  }

  @Test
  void itemsComeOut_asTheyWentIn_toTheVariablesOfTheWorker() throws Throwable {
    assertThat(call("mq_add", "q", "alice", "pays $5")).isEqualTo(1);
    assertThat(call("mq_add", "q", "bob", 7)).isEqualTo(1);

    List<String> seen = new ArrayList<>();
    while (call("mq_fetch", "q") > 0) {
      seen.add(fetched());
    }

    assertThat(seen).containsExactly("alice=pays $5", "bob=7");
    assertThat(call("mq_fetch", "q")).isEqualTo(-2);
    assertThat(fetched()).isEqualTo("<null>=<null>");
  }

  @Test
  void keyThatKeepsAnItemOut_isMinusOne() throws Throwable {
    call("mq_add", "q", "alice", "1");

    assertThat(call("mq_add", "q", "alice", "2")).isEqualTo(-1);
  }

  @Test
  void pvFree_takesTheValuesAway_andNoItem() throws Throwable {
    call("mq_add", "q", "a", "1");
    call("mq_add", "q", "b", "2");
    call("mq_fetch", "q");

    assertThat(call("mq_pv_free", "q")).isEqualTo(1);

    assertThat(fetched()).isEqualTo("<null>=<null>");
    assertThat(call("mq_size", "q")).isEqualTo(1);
  }

  @Test
  void size_isKamailios_minusOneForNone_minusTwoForNoQueue() throws Throwable {
    assertThat(call("mq_size", "q")).isEqualTo(-1);
    call("mq_add", "q", "a", "1");
    assertThat(call("mq_size", "q")).isEqualTo(1);
    assertThat(call("mq_size", "qq")).isEqualTo(-2);
  }

  @Test
  void mistake_isToldToTheRoute() {
    assertThatThrownBy(() -> call("mq_add", "calls", "k", "v"))
        .hasMessageContaining("there is no queue 'calls'");
    assertThatThrownBy(() -> call("mq_add", "q", "k"))
        .hasMessage("function mq_add takes 3 arguments, not 2");
  }
}
