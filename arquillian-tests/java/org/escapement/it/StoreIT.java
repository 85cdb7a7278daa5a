package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.escapement.shaping.ShaperServlet;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The state store over a data source of the server. */
@ExtendWith(ArquillianExtension.class)
class StoreIT {

  private final HttpClient http = HttpClient.newHttpClient();

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "store", managed = false, testable = false)
  static WebArchive store() {
    return application("store", "version_table=\"kept\"");
  }

  @Deployment(name = "store_missing", managed = false, testable = false)
  static WebArchive withoutVersions() {
    return application("store_missing", "version_table=\"nowhere\"");
  }

  private static WebArchive application(String name, String versionTable) {
    return Wars.application(
            name,
            versionTable + "\ndebug=2\nsql_buffer_size=10\nlatency_limit_db=1\n",
            ShaperServlet.class)
        .addClass(StoreServlet.class)
        .addAsLibrary(
            new File(
                JdbcDataSource.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()));
  }

  @Test
  void texts_areKept_andTheParametersHoldForThem() throws Exception {
    int before = Server.log().size();
    deployer.deploy("store");
    try {
      assertThat(send(request("name=rate&value=50", true)).statusCode()).isEqualTo(200);
      assertThat(send(request("name=rate", false)).body()).isEqualTo("50");
      assertThat(send(request("name=other", false)).body()).isEqualTo("none");
      assertThat(send(request("name=rate&value=01234567890", true)).body())
          .isEqualTo(
              "the value of 'rate' has 11 bytes, more than sql_buffer_size=10; raise it, or keep"
                  + " less");
      assertThat(send(request("name=rate", false)).body()).isEqualTo("50");
    } finally {
      deployer.undeploy("store");
    }
    assertThat(linesSince(before))
        .anyMatch(line -> line.contains("ESC001829: The state store is in the data source"))
        .anyMatch(
            line ->
                line.contains(
                    "more than latency_limit_db=1: SELECT value_text FROM escapement_state WHERE"
                        + " name"));
  }

  @Test
  void missingVersionTable_endsTheDeployment() throws IOException {
    int before = Server.log().size();

    Throwable thrown = catchThrowable(() -> deployer.deploy("store_missing"));

    assertThat(thrown).isNotNull();
    assertThat(linesSince(before))
        .anyMatch(
            line ->
                line.contains(
                    "META-INF/escapement.cfg:1:1: the state store cannot be used; the table nowhere"
                        + " cannot be read: "));
  }

  private static List<String> linesSince(int before) throws IOException {
    return Server.log().stream().skip(before).toList();
  }

  private static HttpRequest request(String query, boolean post) {
    URI uri = URI.create("http://127.0.0.1:" + Server.httpPort() + "/store/store?" + query);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    return post ? request.POST(HttpRequest.BodyPublishers.noBody()).build() : request.GET().build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
