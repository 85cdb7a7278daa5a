package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.escapement.rpc.ControlProtocol.Answer;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated inputs for both ways in: each is answered, none throws, none changes anything.
 * {@code -Descapement.fuzz=1000000} makes it a million inputs each.
 */
class FuzzTest {

  private static final int INPUTS = Integer.getInteger("escapement.fuzz", 20_000);
  private static final String CHANGE = "test.change";

  private final SomeCommands commands = new SomeCommands();
  private final Random random = new Random(Long.getLong("escapement.fuzz.seed", 20_261_121));

  @Test
  void controlProtocol_ofAnyBytes_answersAndChangesNothing() {
    ControlProtocol protocol = new ControlProtocol(commands.table, 4096);
    byte[] sound = packet("test.echo", "abc");

    for (int i = 0; i < INPUTS; i++) {
      ByteBuffer in = ByteBuffer.wrap(i % 2 == 0 ? noise(64) : mutated(sound));
      int before = in.position();
      Answer answer = protocol.answer(in, SomeCommands.VIEWER);
      assertThat(answer != null || in.position() == before).isTrue();
      if (answer != null) {
        assertThat(answer.bytes().get(0)).isEqualTo((byte) 0xA1);
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

    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = i % 4 == 0 ? noise(64) : mutated(sound.getBytes(UTF_8));
      String answer = rpc.answer(new String(bytes, UTF_8), SomeCommands.VIEWER).orElse("{}");
      assertThat(answer).doesNotContain("-32603");
      assertThat(answer.charAt(0)).isIn('{', '[');
    }
    assertThat(commands.changed).hasValue(0);
  }

  private byte[] noise(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    if (bytes.length > 1 && random.nextBoolean()) {
      bytes[0] = (byte) 0xA1;
      bytes[1] = (byte) (bytes[1] & 0x3F);
    }
    return bytes;
  }

  /** One to four changes: a byte set, a piece taken out, a piece doubled. */
  private byte[] mutated(byte[] sound) {
    byte[] bytes = sound.clone();
    for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(bytes.length - at);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = splice(bytes, at, at + length);
        default -> bytes = splice(bytes, at + length, at);
      }
    }
    return bytes;
  }

  /** The bytes up to one place, then those from another. */
  private static byte[] splice(byte[] bytes, int end, int begin) {
    byte[] result = new byte[end + bytes.length - begin];
    System.arraycopy(bytes, 0, result, 0, end);
    System.arraycopy(bytes, begin, result, end, bytes.length - begin);
    return result;
  }

  private static byte[] packet(String... texts) {
    ByteBuffer packet = ByteBuffer.allocate(256);
    packet.put((byte) 0xA1).put((byte) 3).put((byte) 0).putInt(7);
    for (String text : texts) {
      packet
          .put((byte) 0x91)
          .put((byte) (text.length() + 1))
          .put(text.getBytes(UTF_8))
          .put((byte) 0);
    }
    packet.put(2, (byte) (packet.position() - 7));
    byte[] bytes = new byte[packet.position()];
    packet.flip().get(bytes);
    return bytes;
  }
}
