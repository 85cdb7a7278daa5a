package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mistakes end the deployment, and the log says what is wrong where. */
@ExtendWith(ArquillianExtension.class)
class DeploymentErrorsIT {

  private static final String PROBLEM = "ESC001800: ";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "namesakes", managed = false, testable = false)
  static WebArchive namesakes() {
    return Wars.application(
        "namesakes", "", ShaperServlet.class, SoundRoutes.class, NamesakeRoutes.class);
  }

  @Deployment(name = "unsound", managed = false, testable = false)
  static WebArchive unsound() {
    return Wars.application("unsound", "", ShaperServlet.class, UnsoundRoutes.class);
  }

  @Deployment(name = "unknown_route", managed = false, testable = false)
  static WebArchive unknownRoute() {
    return Wars.application(
        "unknown_route",
        """
        loadmodule "ptimer"
        modparam("ptimer", "timer", "name=queue")
        modparam("ptimer", "loop", "timer=queue;route=QUEUE_LOPO")
        """,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  @Deployment(name = "bad_attribute", managed = false, testable = false)
  static WebArchive badAttribute() {
    return Wars.application(
        "bad_attribute",
        """
        loadmodule "ptimer"
        modparam("ptimer", "timer", "name=queue;intervall=10ms")
        modparam("ptimer", "loop", "timer=queue;route=QUEUE_LOOP")
        """,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  @Deployment(name = "unsound_param", managed = false, testable = false)
  static WebArchive unsoundParam() {
    return Wars.application("unsound_param", "", ShaperServlet.class, UnsoundParam.class);
  }

  @Deployment(name = "bad_file", managed = false, testable = false)
  static WebArchive badFile() {
    return Wars.application(
        "bad_file",
        """
        loadmodule "ptimer"
        modparam("ptimer", "timer", "name=queue;intervall=10ms")
        childrn=3
        enable_tls=yes
        disable_tls=yes
        """,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  @Test
  void mistakesOfReaderParametersAndModules_areReportedTogether() throws IOException {
    assertThat(problemsOf("bad_file"))
        .hasSizeGreaterThanOrEqualTo(3)
        .anySatisfy(problem -> assertThat(problem).contains("cfg:2:41: ", "intervall"))
        .anySatisfy(problem -> assertThat(problem).contains("cfg:3:1: ", "childrn", "children"))
        .anySatisfy(problem -> assertThat(problem).contains("cfg:4:1: ", "contradicts"));
  }

  @Test
  void wrongParam_endsTheDeployment_andNamesPlaceAndNearest() throws IOException {
    assertThat(problemsOf("unsound_param"))
        .hasSize(2)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains(
                        "UnsoundParam.branches", "'max_branch'", "did you mean max_branches?"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("UnsoundParam.duration", "max_branches is no duration"));
  }

  @Test
  void routeNameGivenTwice_namesBothPlaces() throws IOException {
    assertThat(problemsOf("namesakes"))
        .singleElement()
        .asString()
        .contains(SoundRoutes.class.getName() + ".loop", NamesakeRoutes.class.getName() + ".other");
  }

  @Test
  void wrongSignature_namesMethodResultAndParameter() throws IOException {
    assertThat(problemsOf("unsound"))
        .hasSize(2)
        .allSatisfy(
            problem -> assertThat(problem).contains(UnsoundRoutes.class.getName() + ".wrong"))
        .anySatisfy(problem -> assertThat(problem).contains("long"))
        .anySatisfy(problem -> assertThat(problem).contains("java.lang.String"));
  }

  @Test
  void unknownRoute_namesPlaceAndNearestRoute() throws IOException {
    assertThat(problemsOf("unknown_route"))
        .singleElement()
        .asString()
        .contains("META-INF/escapement.cfg:3:47: ", "QUEUE_LOPO", "QUEUE_LOOP");
  }

  @Test
  void unknownAttribute_namesPlaceAndNearestAttribute() throws IOException {
    assertThat(problemsOf("bad_attribute"))
        .singleElement()
        .asString()
        .contains("META-INF/escapement.cfg:2:41: ", "intervall", "interval");
  }

  /** Deploys in vain, and returns the problems that the server logged. */
  private List<String> problemsOf(String deployment) throws IOException {
    int before = Server.log().size();
    Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
    deployer.undeploy(deployment);
    assertThat(failure).isInstanceOf(DeploymentException.class);
    return Server.log().stream().skip(before).filter(line -> line.contains(PROBLEM)).toList();
  }
}
