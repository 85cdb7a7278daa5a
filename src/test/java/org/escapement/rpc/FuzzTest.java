package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.escapement.rpc.ControlProtocol.Answer;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated inputs for both ways in: each is answered, none throws, none changes anything.
 * {@code -Descapement.fuzz=1000000} makes it a million inputs each.
 */
class FuzzTest {

  private static final String CHANGE = "test.change";

  private final SomeCommands commands = new SomeCommands();
  private final Mutator mutator = new Mutator(0);

  @Test
  void controlProtocol_ofAnyBytes_answersAndChangesNothing() {
    ControlProtocol protocol = new ControlProtocol(commands.table, 4096);
    byte[] request = Mutator.packet(7, "test.echo", "abc");

    for (int i = 0; i < Mutator.INPUTS; i++) {
      ByteBuffer in = ByteBuffer.wrap(i % 2 == 0 ? mutator.noise(64) : mutator.mutated(request));
      int before = in.position();
      Answer answer = protocol.answer(in, SomeCommands.VIEWER);
      boolean sound = answer == null ? in.position() == before : isPacket(answer.bytes());
      if (!sound) { // asked here, because an assertion costs more than what it checks
        fail("input " + i + ": " + HexFormat.of().formatHex(in.array()));
      }
    }
    assertThat(commands.changed).hasValue(0);
  }

  @Test
  void jsonRpc_ofAnyText_answersAndChangesNothing() {
    JsonRpc rpc = new JsonRpc(commands.table);
    String sound =
        "[{\"jsonrpc\":\"2.0\",\"method\":\"test.echo\",\"params\":[\"a\",1,2.5e3,null],\"id\":1},"
            + "{\"jsonrpc\":\"2.0\",\"method\":\""
            + CHANGE
            + "\",\"id\":\"x\"}]";

    for (int i = 0; i < Mutator.INPUTS; i++) {
      byte[] bytes = i % 4 == 0 ? mutator.noise(64) : mutator.mutated(sound.getBytes(UTF_8));
      String answer = rpc.answer(new String(bytes, UTF_8), SomeCommands.VIEWER).orElse("{}");
      if (answer.contains("-32603") || "{[".indexOf(answer.charAt(0)) < 0) {
        fail("input " + i + ": " + new String(bytes, UTF_8) + " is answered " + answer);
      }
    }
    assertThat(commands.changed).hasValue(0);
  }

  private static boolean isPacket(ByteBuffer bytes) {
    return bytes.remaining() > 4 && bytes.get(0) == (byte) 0xA1;
  }
}
