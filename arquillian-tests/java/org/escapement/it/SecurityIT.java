package org.escapement.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.it.sip.Caller;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in where: with the deployment descriptor of the application that ./run starts. */
@ExtendWith(ArquillianExtension.class)
class SecurityIT {

  private static final String APPLICATION = "secure";
  private static final Pattern COMMAND =
      Pattern.compile("^## `([a-z]+\\.\\w+)[^`]*`( · \\*operator\\*)?$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("\"([a-z]+\\.\\w+)\"");

  @Deployment(testable = false)
  static WebArchive application() {
    Operators.prepare();
    return Wars.application(
            APPLICATION,
            """
            loadmodule "mqueue"
            modparam("mqueue", "mqueue", "name=one")
            loadmodule "shaper"
            modparam("shaper", "queue", "name=one;rate=50;next_hop=sip:127.0.0.1:5999")
            """,
            ShaperServlet.class)
        .addAsWebInfResource(new File("src/main/webapp/WEB-INF/web.xml"), "web.xml");
  }

  private static HttpResponse<String> rpc(String credentials, String method) throws Exception {
    return Operators.post(
        APPLICATION,
        credentials,
        "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":[],\"id\":1}");
  }

  /** The commands of docs/rpc.md, and whether each needs an operator. */
  private static Map<String, Boolean> documented() throws IOException {
    Map<String, Boolean> commands = new TreeMap<>();
    Matcher heads = COMMAND.matcher(Files.readString(Path.of("docs/rpc.md")));
    while (heads.find()) {
      commands.put(heads.group(1), heads.group(2) != null);
    }
    return commands;
  }

  @Test
  void everyCommand_isDocumented() throws Exception {
    String answer = rpc(Operators.VIEWER, "system.listMethods").body();

    List<String> served = NAME.matcher(answer).results().map(m -> m.group(1)).toList();
    assertThat(served).hasSizeGreaterThan(50);
    assertThat(documented().keySet()).containsAll(served);
  }

  @Test
  void everyCommand_isRefusedToAnonymous_andWhatChangesToViewers() throws Exception {
    for (Map.Entry<String, Boolean> command : documented().entrySet()) {
      String name = command.getKey();
      assertThat(rpc("", name).statusCode()).as(name).isEqualTo(401);
      assertThat(rpc(Operators.VIEWER, name).body().contains("\"code\":403"))
          .as(name + " is refused to a viewer")
          .isEqualTo(command.getValue());
    }
    assertThat(documented()).containsEntry("ptimer.pause", true).containsEntry("cfg.get", false);
  }

  /** A raw request, and the first line of its answer. */
  private static String http(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Server.httpPort())) {
      socket.setSoTimeout((int) Await.LIMIT.toMillis());
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ShaperServlet", "rpc", "", "index.html", "console/stream"})
  void page_isClosedToAnonymous(String path) throws IOException {
    assertThat(
            http(
                "GET /%s/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .formatted(APPLICATION, path)))
        .startsWith("HTTP/1.1 401");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/ShaperServlet,SIP/2.0",
    "INVITE,/ShaperServlet,SIP",
    "OPTIONS,/ShaperServlet,SIP/2.0",
    "GET,/,SIP",
    "POST,/rpc,SIP/2.0",
    "GET,/console/stream,SIP",
  })
  void requestThatCallsItselfSip_opensNoPage(String method, String path, String protocol)
      throws IOException {
    assertThat(
            http(
                "%s /%s%s %s\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .formatted(method, APPLICATION, path, protocol)))
        .doesNotContain(" 200", " 404", " 405");
  }

  @Test
  void sip_needsNoLogin() {
    Caller caller = new Caller("customer.example", Server.sipPort());
    try {
      caller.awaitServer(); // 200 to OPTIONS
    } finally {
      caller.close();
    }
  }

  @Test
  void guessing_isLockedOut_andTheLogSaysSo() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(rpc("guess:" + i, "core.uptime").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> locked = rpc("guess:6", "core.uptime");

    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(1, 300);
    assertThat(rpc(Operators.VIEWER, "core.uptime").statusCode()).isEqualTo(200);
    assertThat(Server.log())
        .anyMatch(line -> line.contains("ESC001606: The log-in of guess from 127.0.0.1"));
  }

  @Test
  void bodyThatDoesNotCome_isHungUpOn() throws IOException {
    String login = Base64.getEncoder().encodeToString(Operators.OPERATOR.getBytes(UTF_8));

    assertThat(
            http(
                "POST /%s/rpc HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                    .formatted(APPLICATION, login)))
        .startsWith("HTTP/1.1 408");
  }
}
