package org.escapement.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.escapement.config.Catalogue;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.parameter.CoreParameters;
import org.escapement.system.FreeBind;
import org.escapement.system.Interfaces;
import org.escapement.text.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ServerDirectoryTest {

  private static final WebAddresses WEB = WebAddresses.parse("127.0.0.1:9080", "");

  @TempDir private Path folder;
  private Path home;
  private Path rundir;
  private Path server;

  @BeforeEach
  void layOutTheProject() throws IOException {
    home = folder.resolve("home");
    rundir = folder.resolve("run dir");
    server = rundir.resolve("usr/servers/escapement");
    Path templates = home.resolve("src/main/liberty/config");
    Files.createDirectories(templates);
    for (String file : List.of("server.xml", "application.xml", "jvm.options")) {
      Files.writeString(templates.resolve(file), "the project's " + file);
    }
  }

  private static ServerPlan plan(String... listens) {
    return plan("", Stream.of(listens).map(text -> Endpoint.parse(text, "", 5060)).toList());
  }

  private static ServerPlan plan(String configuration, List<Endpoint> listens) {
    Catalogue catalogue = new Catalogue();
    CoreParameters parameters = new CoreParameters(catalogue);
    parameters.load(
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of()))
            .read("a.cfg", configuration),
        new Problems());
    return ServerPlan.of(parameters, listens, new Interfaces(Map.of()));
  }

  private static String listenXml(ServerPlan plan) {
    return new ServerXml(plan).text();
  }

  /** Each SIP endpoint of the XML, as {@code id host udp tcp tls}. */
  private static List<String> sipEndpoints(String xml) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
            .getElementsByTagName("sipEndpoint");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element element = (Element) found.item(i);
      lines.add(
          String.join(
              " ",
              element.getAttribute("id"),
              element.getAttribute("host"),
              element.getAttribute("sipUDPPort"),
              element.getAttribute("sipTCPPort"),
              element.getAttribute("sipTLSPort")));
    }
    return lines;
  }

  @Test
  void udpOnly_opensNoTcpPort() throws Exception {
    assertThat(sipEndpoints(listenXml(plan("udp:10.0.0.1:5070"))))
        .containsExactly("defaultSipEndpoint 10.0.0.1 5070 -1 -1");
  }

  @Test
  void tcpOnly_opensNoUdpPort() throws Exception {
    assertThat(sipEndpoints(listenXml(plan("tcp:[::1]:5070"))))
        .containsExactly("defaultSipEndpoint ::1 -1 5070 -1");
  }

  @Test
  void severalAddresses_haveAnEndpointForEachHostAndPort() throws Exception {
    assertThat(
            sipEndpoints(
                listenXml(
                    plan(
                        "tcp:10.0.0.1:5060",
                        "udp:10.0.0.2:5060",
                        "udp:10.0.0.1:5060",
                        "udp:10.0.0.1:5070"))))
        .containsExactly(
            "sipEndpoint1 10.0.0.1 5060 5060 -1",
            "sipEndpoint2 10.0.0.2 5060 -1 -1",
            "sipEndpoint3 10.0.0.1 5070 -1 -1");
  }

  @Test
  void tls_isThePortAboveTheOthersOfItsAddress() throws Exception {
    ServerPlan plan =
        plan("enable_tls=yes\nlisten=10.0.0.1:5060\nlisten=tls:10.0.0.2\n", List.of());

    assertThat(plan.hasTls()).isTrue();
    assertThat(sipEndpoints(listenXml(plan)))
        .containsExactly(
            "sipEndpoint1 10.0.0.1 5060 5060 5061", "sipEndpoint2 10.0.0.2 -1 -1 5061");
    assertThat(listenXml(plan)).contains("<feature>transportSecurity-1.0</feature>");
  }

  @Test
  void tasksAndMtu_areVariablesOfTheServer() {
    ServerPlan plan =
        plan("children=3\nudp_mtu=1300\nudp_mtu_try_proto=TCP\nlisten=udp:10.0.0.1\n", List.of());

    assertThat(listenXml(plan))
        .contains(
            "<variable name=\"escapement.sip.tasks\" value=\"3\"/>",
            "<variable name=\"escapement.sip.mtu\" value=\"1500\"/>");
    assertThat(plan.notices()).singleElement().asString().contains("3 SIP tasks run at once");
  }

  @Test
  void configurationThatAsksForNeither_leavesOneTaskAndTheServersMtu() {
    assertThat(listenXml(plan("udp:10.0.0.1:5060")))
        .contains("<variable name=\"escapement.sip.tasks\" value=\"1\"/>")
        .doesNotContain("escapement.sip.mtu", "transportSecurity");
    assertThat(plan("udp:10.0.0.1:5060").notices()).isEmpty();
  }

  @Test
  void addressOfAnotherHost_isPlannedForWithIpFreeBindOrVirtual() {
    assertThat(plan("listen=udp:192.0.2.1\nip_free_bind=1\n", List.of()).absent()).hasSize(1);
    assertThat(plan("listen=udp:192.0.2.1:5060 virtual\n", List.of()).present()).isEmpty();
    assertThat(plan("listen=udp:192.0.2.1\n", List.of()).present()).hasSize(1);
  }

  @Test
  void addressOfAnotherHost_isRefusedWhereTheKernelBindsToNone() {
    assumeThat(new FreeBind().isAllowed()).isFalse();

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan("listen=udp:192.0.2.1\nip_free_bind=1\n", List.of()).requireFree())
        .withMessageContaining("cannot listen on udp:192.0.2.1:5060")
        .withMessageContaining("net.ipv4.ip_nonlocal_bind=1");
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> plan("listen=udp:192.0.2.1\n", List.of()).requireFree());
  }

  @Test
  void keystorePassword_isRandomAndForItsUserOnly_andStaysWithTheKeystore() throws Exception {
    ServerPlan plan = plan("udp:10.0.0.2:5060");
    ServerFiles files = new ServerFiles(home, server);
    files.write(Path.of("a.cfg"), Map.of(), plan, WEB, Map.of());
    Path environment = server.resolve("server.env");
    String first = Files.readString(environment);
    files.write(Path.of("a.cfg"), Map.of(), plan, WEB, Map.of());

    KeyStore store =
        KeyStore.getInstance(
            server.resolve("resources/security/key.p12").toFile(),
            first.substring(first.indexOf('=') + 1).strip().toCharArray());
    assertThat(store.isKeyEntry("default")).isTrue();
    try (InputStream pem = Files.newInputStream(new Keystore(server).certificate())) {
      assertThat(CertificateFactory.getInstance("X.509").generateCertificate(pem))
          .isEqualTo(store.getCertificate("default"));
    }
    assertThat(Files.getPosixFilePermissions(server.resolve("resources/security/key.p12")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(first).matches("keystore_password=[A-Za-z0-9_-]{32}\n");
    assertThat(environment).hasContent(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(environment)))
        .isEqualTo("rw-------");
    new ServerFiles(home, folder.resolve("other"))
        .write(Path.of("a.cfg"), Map.of(), plan, WEB, Map.of());
    assertThat(Files.readString(folder.resolve("other/server.env"))).isNotEqualTo(first);
  }

  @Test
  void heap_isWrittenToTheJvmsOptions() throws Exception {
    ServerPlan plan = plan("shm_mem_size=64\n", List.of());
    new ServerFiles(home, server).write(Path.of("a.cfg"), Map.of(), plan, WEB, Map.of());

    assertThat(server.resolve("jvm.options")).content().contains("-Xmx256m");
    assertThat(plan.notices()).singleElement().asString().contains("its heap has 256 MB");
  }

  @Test
  void charactersThatXmlEscapes_comeThrough() throws Exception {
    assertThat(sipEndpoints(listenXml(plan("", List.of(new Endpoint("udp", "a\"b<c>d&e'f;é", 1))))))
        .containsExactly("defaultSipEndpoint a\"b<c>d&e'f;é 1 -1 -1");
  }

  @Test
  void write_laysOutTheServer() throws Exception {
    Map<String, String> defines = new LinkedHashMap<>();
    defines.put("FLAG", "");
    defines.put("GREETING", " a=b:c#d!é\\\n ");

    new ServerDirectory(home, rundir)
        .write(Path.of("my.cfg"), defines, plan("udp:127.0.0.1:5060"), WEB, Map.of());

    for (String file : List.of("server.xml", "application.xml", "jvm.options")) {
      assertThat(server.resolve(file)).content().startsWith("the project's " + file);
    }
    assertThat(sipEndpoints(Files.readString(server.resolve("configDropins/overrides/listen.xml"))))
        .containsExactly("defaultSipEndpoint 127.0.0.1 5060 -1 -1");
    assertThat(rundir.resolve("logs")).isDirectory();
    Properties bootstrap = new Properties();
    try (InputStream in = Files.newInputStream(server.resolve("bootstrap.properties"))) {
      bootstrap.load(in);
    }
    assertThat(bootstrap)
        .containsEntry("escapement.war", home.resolve("target/escapement.war").toString())
        .containsEntry("escapement.config", Path.of("my.cfg").toAbsolutePath().toString())
        .containsEntry("escapement.http.host", "127.0.0.1")
        .containsEntry("escapement.http.port", "9080")
        .containsEntry("escapement.https.host", "127.0.0.1")
        .containsEntry("escapement.https.port", "9443")
        .containsEntry("escapement.define.FLAG", "")
        .containsEntry("escapement.define.GREETING", " a=b:c#d!é\\\n ")
        .containsEntry("escapement.users", rundir.toAbsolutePath().resolve("users").toString())
        .hasSize(9);
  }

  @Test
  void secondWrite_leavesNothingOfTheFirst() throws Exception {
    ServerDirectory directory = new ServerDirectory(home, rundir);
    directory.write(
        Path.of("one.cfg"), Map.of("OLD", "1"), plan("udp:127.0.0.1:5060"), WEB, Map.of());
    directory.removeApplication();
    assertThat(server.resolve("application.xml")).hasContent("<server/>");

    directory.write(Path.of("two.cfg"), Map.of(), plan("tcp:127.0.0.1:5061"), WEB, Map.of());

    assertThat(server.resolve("application.xml")).hasContent("the project's application.xml");
    assertThat(server.resolve("bootstrap.properties"))
        .content()
        .contains("two.cfg")
        .doesNotContain("one.cfg", "OLD");
    assertThat(server.resolve("configDropins/overrides/listen.xml"))
        .content()
        .contains("5061")
        .doesNotContain("5060");
  }

  @Test
  void fileInThePlaceOfTheFolder_isNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(
            () ->
                new ServerDirectory(home, file)
                    .write(Path.of("a.cfg"), Map.of(), plan("udp:h:1"), WEB, Map.of()))
        .withMessageStartingWith("cannot write to the run directory " + file + ": ")
        .withMessageEndingWith("; choose another with --rundir");
  }

  @Test
  void folders_areThoseOfTheServer() {
    ServerDirectory directory = new ServerDirectory(home, rundir.resolve("x/.."));

    assertThat(directory.logs()).isEqualTo(rundir.resolve("logs"));
    assertThat(directory.user()).isEqualTo(rundir.resolve("usr"));
    assertThat(directory.installation()).isEqualTo(home.resolve("target/liberty/wlp"));
  }
}
