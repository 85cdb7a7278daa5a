package org.escapement.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private final Problems problems = new Problems();
  private final RouteTable table = new RouteTable();

  private void declare(Class<?> owner) {
    table.declare(RouteDeclaration.of(owner, problems), problems);
  }

  static class First {
    @Route("A")
    void a() {}
  }

  static class Second {
    @Route("A")
    void other() {}
  }

  static class Third {
    @Route("B")
    void b() {}
  }

  static class Fourth {
    @Route("C")
    void c() {}

    @Route("C")
    void d() {}
  }

  @Test
  void nameGivenTwice_isReportedWithBothPlaces() {
    declare(First.class);
    declare(Second.class);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            Second.class.getName()
                + ".other: route A is declared at "
                + First.class.getName()
                + ".a too; give one of them another name");
  }

  @Test
  void nameGivenTwiceInOneClass_isReported() {
    declare(Fourth.class);

    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().get(0).what()).startsWith("route C is declared at ");
  }

  @Test
  void owners_areUnboundUntilTheirInstancesCome() {
    declare(First.class);
    declare(Third.class);
    assertThat(table.names()).containsExactly("A", "B");
    assertThat(table.unboundOwners()).containsExactly(First.class, Third.class);

    table.bind(First.class, new First());
    table.bind(Second.class, new Second());

    assertThat(table.unboundOwners()).containsExactly(Third.class);
  }
}
