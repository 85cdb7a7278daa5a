package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

  private static final String PTIMER = "loadmodule \"ptimer\"\n";

  /** A text, then what is said of it, without the file's name. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("debgu=3", "1:1: unknown setting 'debgu'; did you mean debug?"),
        Arguments.of("debug 3", "1:7: expected '=' after 'debug', found '3'; write name=value"),
        Arguments.of(
            "debug=",
            "1:7: expected a value after '=', found the end of the file; write name=value"),
        Arguments.of(
            "debug=\"3\"",
            "1:8: the value '3' of debug is no whole number; write a whole number, without quotes"),
        Arguments.of(
            "debug=abc",
            "1:7: the value 'abc' of debug is no whole number; write a whole number, without quotes"),
        Arguments.of(
            "exit_timeout=-1",
            "1:14: the value '-1' of exit_timeout is out of range; write a whole number from 0 on"),
        Arguments.of(
            "debug=99999999999999999999",
            "1:7: the value '99999999999999999999' of debug is out of range; write a whole number, without quotes"),
        Arguments.of(
            "fork=maybe",
            "1:6: the value 'maybe' of fork is neither yes nor no; write yes, no, on, off, true, false, 1 or 0"),
        Arguments.of("workdir=5", "1:9: the value '5' of workdir is no text; put it in quotes"),
        Arguments.of(
            "udp_mtu_try_proto=WS",
            "1:19: the value 'WS' of udp_mtu_try_proto is none of TCP, TLS, SCTP, UDP; write one of them"),
        Arguments.of(
            "loadmodul \"ptimer\"",
            "1:1: unknown statement 'loadmodul'; did you mean loadmodule or loadmodulex?"),
        Arguments.of("loadmodule \"ptimr\"", "1:13: unknown module 'ptimr'; did you mean ptimer?"),
        Arguments.of(
            "loadmodule",
            "1:11: expected a string in quotes or a word or '(' after 'loadmodule', found the end of the file; write loadmodule \"name\""),
        Arguments.of(
            "loadmodule \"xyzzyx\"",
            "1:13: unknown module 'xyzzyx'; the modules that this application has are ptimer, shaper"),
        Arguments.of(
            "loadmodule(\"ptimer\"\ndebug=1",
            "2:1: expected ')' after the string \"ptimer\", found 'debug'; write loadmodule \"name\""),
        Arguments.of(
            "modparam(\"ptimer\", \"timer\", 1)\nloadmodule \"ptimer\"",
            "1:11: no loaded module matches 'ptimer'; put loadmodule \"…\" before this line or correct the name"),
        Arguments.of(
            PTIMER + "modparam(\"(\", \"timer\", 1)",
            "2:11: '(' is no regular expression: Unclosed group; correct it at its character 2"),
        Arguments.of(
            "listen=udp:1.2.3.4:99999",
            "1:20: '99999' is no port; write a number from 1 to 65535 after the last ':'"),
        Arguments.of(
            "listen=udp:[::1:5060",
            "1:12: the address lacks its ']'; write [proto:]host[:port], an IPv6 host in brackets"),
        Arguments.of(
            "listen=ftp:1.2.3.4:5060",
            "1:8: 'ftp:1.2.3.4:5060' has no valid host; write [proto:]host[:port], an IPv6 host in brackets"),
        Arguments.of(
            "listen=\ndebug=1",
            "2:1: expected a value after '=', found the next setting 'debug'; write name=value"),
        Arguments.of(
            "listen=udp:1.2.3.4:5060 advertise udp:1.1.1.1:5060",
            "1:35: the advertised address 'udp:1.1.1.1:5060' names a transport; write host:port; the transport is that of the socket"),
        Arguments.of(
            "listen=udp:1.2.3.4:5060 name s1",
            "1:30: expected a string in quotes after 'name', found 's1'; write advertise host:port or name \"name\""),
        Arguments.of(
            "listen=udp:1.2.3.4 virtual virtual",
            "1:28: 'virtual' is given twice; keep one of them"),
        Arguments.of(
            "socket={ advertise=1.2.3.4:5060 }",
            "1:1: the socket has no address; add bind=udp:192.0.2.1:5060;"),
        Arguments.of(
            "alias=-x",
            "1:7: '-x' has no valid host; write [proto:]host[:port], an IPv6 host in brackets"),
        Arguments.of(
            "alias=a:0", "1:9: '0' is no port; write a number from 1 to 65535 after the last ':'"),
        Arguments.of("flags A:40", "1:9: '40' is no number of a flag; write a number from 0 to 31"),
        Arguments.of(
            "flags 5",
            "1:7: expected a string in quotes or a word after 'flags', found '5'; write flags NAME:number, NAME:number"),
        Arguments.of(
            "request_rout { }",
            "1:1: unknown statement 'request_rout'; did you mean request_route?"),
        Arguments.of(
            "route[ { }",
            "1:8: expected a name after '[', found a block in braces; write route[NAME] { … }"),
        Arguments.of(
            "request_route {\n  if (1) {\n}\nfailure_route[X] { }",
            "1:15: the block that begins here has no end; close it with }, probably before the route at a.cfg:4:1"),
        Arguments.of(
            "}\ndebug=1",
            "1:1: expected a statement, found '}'; write name=value, loadmodule, modparam, listen, alias or a route"),
        Arguments.of(
            "debug=\"abc\nalias=x",
            "1:7: the string that begins here has no end; close it with \""),
        Arguments.of(
            "#!ifdef A",
            "1:1: the condition that begins here has no end in this file; close it with #!endif"),
        Arguments.of(
            "#!define B B\ndebug=B", "2:7: the define 'B' uses itself; give it another value"),
        Arguments.of(
            "#!defenv NO_SUCH_VARIABLE",
            "1:10: the environment has no variable 'NO_SUCH_VARIABLE'; set it or use #!trydefenv"),
        Arguments.of(
            "#!include_file",
            "1:15: expected a file after #!include_file; write #!include_file \"path\""),
        Arguments.of(
            "debug=1 2",
            "1:9: expected a statement, found '2'; write name=value, loadmodule, modparam, listen, alias or a route"),
        Arguments.of(
            "= 3",
            "1:1: expected a statement, found '='; write name=value, loadmodule, modparam, listen, alias or a route"),
        Arguments.of(
            "debug=1; alias",
            "1:15: expected '=' after 'alias', found the end of the file; write alias=host:port"),
        Arguments.of(
            "foo.bar=1 desc \"a\" desc \"b\"",
            "1:25: expected '=' after 'desc', found the string \"b\"; write name=value"),
        Arguments.of(
            "#!define X 1 )\nloadmodule \"ptimer\"\nmodparam(\"ptimer\", \"x\", X)",
            "3:26: expected a statement, found ')'; write name=value, loadmodule, modparam, listen, alias or a route"),
        Arguments.of(
            "/* a /* b */",
            "1:1: the comment that begins here has no end; close it with */, once for each /* in it"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isSaidOnceInTheUsersTerms(String text, String expected) {
    assertThat(Readings.problems(text)).containsExactly("a.cfg:" + expected);
  }

  @Test
  void allProblems_areReportedTogetherInTheOrderOfTheText() {
    String text =
        """
        debug=x
        listen=udp:
        loadmodule "ptimr"
        #!endif
        modparam("ptimer", 1)
        fork=yes
        alias=a:99999
        """;

    assertThat(Readings.problems(text))
        .extracting(p -> p.substring(0, p.indexOf(' ')))
        .containsExactly(
            "a.cfg:1:7:", "a.cfg:2:12:", "a.cfg:3:13:", "a.cfg:4:1:", "a.cfg:5:20:", "a.cfg:7:9:");
  }

  @ParameterizedTest
  @CsvSource({
    "'}\\nlistne=3\\ndebug=abc', '1:1: 2:1: 3:7:'",
    "'children=\\ndebug=abc\\nlistne=3', '2:1: 2:7: 3:1:'",
    "'debug=1=2\\nfork=maybe', '1:8: 2:6:'",
    "'debug=\\nroute=\\nfork=maybe', '2:1: 2:6: 3:6:'",
    "') ) )\\nfork=maybe', '1:1: 2:6:'",
  })
  void whatFitsNowhere_endsOnlyItsOwnStatement(String text, String places) {
    String written = text.replace("\\n", "\n");

    assertThat(
            Readings.problems(written).stream()
                .map(p -> p.substring("a.cfg:".length(), p.indexOf(' ')))
                .collect(Collectors.joining(" ")))
        .isEqualTo(places);
  }

  @Test
  void problemsOfAnIncludedFile_nameIt() {
    assertThat(
            new Readings()
                .file("conf/b.cfg", "\n  debug=x")
                .problemsOf("include_file \"conf/b.cfg\"\nfork=z"))
        .extracting(p -> p.substring(0, p.indexOf(' ')))
        .containsExactlyInAnyOrder("conf/b.cfg:2:9:", "a.cfg:2:6:");
  }

  @Test
  void anIncludedFileThatCannotBeRead_isAnError() {
    assertThat(Readings.problems("import_file \"x/broken\""))
        .containsExactly(
            "a.cfg:1:14: the file 'x/broken' cannot be read: the disk is on fire; correct the path or make the file readable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"debug=1;;;", "\uFEFFdebug=1", "debug=1\r\n", "", "  # nothing", "debug = 1 // x"})
  void oddButRight(String text) {
    assertThat(Readings.problems(text)).isEmpty();
  }
}
