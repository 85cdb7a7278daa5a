package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.escapement.rpc.ControlProtocol.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against bytes that kamcmd 5.6 sent and Kamailio 5.6 answered. */
class ControlProtocolTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final SomeCommands commands = new SomeCommands();
  private final ControlProtocol protocol = new ControlProtocol(commands.table, 4096);

  private Answer answer(String hex) {
    return protocol.answer(ByteBuffer.wrap(HEX.parseHex(hex)), SomeCommands.OPERATOR);
  }

  private String answered(String hex) {
    return HEX.formatHex(answer(hex).bytes().array());
  }

  private static String text(String text) {
    byte[] bytes = (text + '\0').getBytes(UTF_8);
    int size = bytes.length;
    String head = size <= 7 ? String.format("%x1", size) : String.format("91 %02x", size);
    return head + ' ' + HEX.formatHex(bytes);
  }

  private static String request(String... values) {
    String body = String.join(" ", values);
    return String.format("a1 03 %02x 44 94 43 dc ", (body.length() + 1) / 3) + body;
  }

  @ParameterizedTest
  @CsvSource({
    "41 61 62 63 00,41 61 62 63 00",
    "10 0c,10 0c",
    "00,00",
    "40 ff ff ff fb,40 ff ff ff fb",
    "40 ff ff ee 90,40 ff ff ee 90",
    "30 01 11 70,30 01 11 70",
    "22 05 dc,22 05 dc",
    "11 00,91 01 00",
    "91 09 73 65 63 6f 6e 64 65 73 00,91 09 73 65 63 6f 6e 64 65 73 00",
    "80,''",
  })
  void echo_ofEachKindOfValue_comesBack(String value, String expected) {
    String answer = answered(request(text("test.echo"), value));
    if (expected.isEmpty()) {
      assertThat(answer).startsWith("a1 33");
    } else {
      assertThat(answer)
          .isEqualTo(
              String.format("a1 13 %02x 44 94 43 dc ", (expected.length() + 1) / 3) + expected);
    }
  }

  @Test
  void tree_isWrittenAsKamailioWritesStructures() {
    assertThat(answered(request(text("test.tree"))))
        .isEqualTo(
            "a1 13 6c 44 94 43 dc 03 "
                + "55 6e 61 6d 65 00 21 71 00 "
                + "55 72 61 74 65 00 10 32 "
                + "65 73 68 61 72 65 00 22 01 f4 "
                + "95 08 77 6f 72 6b 65 72 73 00 03 75 77 6f 72 6b 65 72 00 00 83 "
                + "95 08 77 6f 72 6b 65 72 73 00 03 75 77 6f 72 6b 65 72 00 10 01 83 "
                + "65 65 6d 70 74 79 00 03 83 "
                + "55 6e 6f 6e 65 00 03 83 "
                + "55 6c 6f 6e 67 00 91 0b 34 32 39 34 39 36 37 32 39 36 00 83");
  }

  @Test
  void namedStructures_areMembersOfOne() {
    assertThat(answered(request(text("test.named"))))
        .isEqualTo(
            "a1 13 20 44 94 43 dc 03 55 6c 69 73 74 00 "
                + "03 35 61 74 00 03 25 6e 00 10 01 83 35 61 74 00 03 25 6e 00 10 02 83 83 83");
  }

  @Test
  void answerThatIsTooLong_isAFaultInItsPlace() {
    ByteBuffer in = ByteBuffer.wrap(HEX.parseHex(request(text("test.tree"))));

    assertThat(HEX.formatHex(protocol.answer(in, SomeCommands.OPERATOR, 80).bytes().array()))
        .startsWith("a1 33 ")
        .contains("44 94 43 dc 20 01 f4 ");
  }

  @Test
  void fault_hasCodeAndText() {
    assertThat(answered(request(text("test.missing"))))
        .isEqualTo("a1 33 17 44 94 43 dc 20 01 94 " + text("Could not find it"));
    assertThat(answered(request(text("nosuch"))))
        .isEqualTo("a1 33 1e 44 94 43 dc 20 01 f4 " + text("command nosuch not found"));
  }

  @ParameterizedTest
  @CsvSource({
    "a1,",
    "a1 03,",
    "a1 03 0d 00 00 00,",
    "a1 03 0d 00 00 00 01 91 0c 63 6f 72,",
  })
  void packetThatIsCutShort_waitsForTheRest(String hex) {
    ByteBuffer in = ByteBuffer.wrap(HEX.parseHex(hex));

    assertThat(protocol.answer(in, SomeCommands.OPERATOR)).isNull();
    assertThat(in.position()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "00 00 00,false", // no packet
    "b1 03 00,false", // another version
    "a1 13 00 00 00 00 01,false", // a reply
    "a1 0f ff ff ff ff 00 00 00 01,false", // 4 GB to come
    "a1 03 00 00 00 00 01,true", // no method
    "a1 03 02 00 00 00 01 10 05,true", // a number as method
    "a1 03 01 00 00 00 01 91,true", // a size without its bytes
    "a1 03 02 00 00 00 01 f1 ff,true", // a size of seven bytes
    "a1 03 02 00 00 00 01 71 61,true", // a text longer than the packet
    "a1 03 02 00 00 00 01 03 83,true", // a structure
  })
  void malformedPacket_isFault400(String hex, boolean goesOn) {
    Answer answer = answer(hex);

    assertThat(HEX.formatHex(answer.bytes().array())).startsWith("a1 3").contains("20 01 90");
    assertThat(answer.sound()).isEqualTo(goesOn);
  }

  @Test
  void severalPacketsInOneBuffer_areAnsweredInTurn() {
    String two = request(text("test.change"));
    ByteBuffer in = ByteBuffer.wrap(HEX.parseHex(two + ' ' + two));

    assertThat(protocol.answer(in, SomeCommands.OPERATOR)).isNotNull();
    assertThat(protocol.answer(in, SomeCommands.OPERATOR)).isNotNull();
    assertThat(protocol.answer(in, SomeCommands.OPERATOR)).isNull();
    assertThat(commands.changed).hasValue(2);
  }
}
