package org.escapement.rpc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.escapement.command.Caller;
import org.escapement.command.CommandTable;
import org.escapement.command.FaultException;
import org.escapement.rpc.PacketHeader.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * Answers packets of the control protocol by running the commands that they name. Whatever the
 * bytes are, each packet is answered once. Thread-safe.
 */
final class ControlProtocol {

  /** The most bytes of an answer in a datagram: what UDP takes. */
  static final int LONGEST_DATAGRAM = 65_507;

  private final CommandTable commands;
  private final int longestBody;

  /**
   * @param longestBody the most bytes of a request's body
   */
  ControlProtocol(CommandTable commands, int longestBody) {
    this.commands = commands;
    this.longestBody = longestBody;
  }

  /** The most bytes that a packet has. */
  int longestPacket() {
    return longestBody + 10;
  }

  /**
   * What came of a packet.
   *
   * @param bytes the answer
   * @param sound whether what follows in the stream can be read; if not, its end must follow
   */
  record Answer(ByteBuffer bytes, boolean sound) {}

  /**
   * Answers the first packet in a buffer and leaves the buffer behind it.
   *
   * @return null if there is not all of it yet; the buffer stays where it is then
   */
  @Nullable Answer answer(ByteBuffer in, Caller caller) {
    return answer(in, caller, Integer.MAX_VALUE);
  }

  /**
   * The same with an answer of bounded length: a fault takes the place of a longer one.
   *
   * @param longestAnswer in bytes
   */
  @Nullable Answer answer(ByteBuffer in, Caller caller, int longestAnswer) {
    int begin = in.position();
    PacketHeader header;
    try {
      header = PacketHeader.read(in, longestBody);
    } catch (MalformedException e) {
      return fault(Cookie.NONE, e);
    }
    if (header == null || in.remaining() < header.length()) {
      in.position(begin);
      return null;
    }
    ByteBuffer body = in.slice(in.position(), header.length());
    in.position(in.position() + header.length());
    if (header.kind() != PacketHeader.REQUEST) {
      return fault(header.cookie(), new MalformedException("bad request: no request"));
    }
    try {
      List<Object> values = new ValueReader(body).readAll();
      ByteBuffer answer = run(header.cookie(), values, caller);
      return new Answer(
          answer.remaining() <= longestAnswer ? answer : tooLong(header.cookie()), true);
    } catch (MalformedException e) {
      return new Answer(fault(header.cookie(), e).bytes(), true);
    }
  }

  private static Answer fault(Cookie cookie, MalformedException e) {
    return new Answer(
        packet(PacketHeader.FAULT, cookie, ValueWriter.fault(400, String.valueOf(e.getMessage()))),
        false);
  }

  private ByteBuffer run(Cookie cookie, List<Object> values, Caller caller)
      throws MalformedException {
    if (values.isEmpty() || !(values.get(0) instanceof String name)) {
      throw new MalformedException("bad request method: no text");
    }
    try {
      var command =
          commands
              .find(name)
              .orElseThrow(() -> new FaultException(500, "command " + name + " not found"));
      var reply = commands.call(command, caller, values.subList(1, values.size()));
      return packet(PacketHeader.REPLY, cookie, ValueWriter.reply(reply.values()));
    } catch (FaultException e) {
      return packet(PacketHeader.FAULT, cookie, ValueWriter.fault(e.code(), e.text()));
    }
  }

  private static ByteBuffer tooLong(Cookie cookie) {
    String text = "the reply is too long for a datagram; ask over a stream";
    return packet(PacketHeader.FAULT, cookie, ValueWriter.fault(500, text));
  }

  private static ByteBuffer packet(int kind, Cookie cookie, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 10);
    PacketHeader.write(kind, body.length, cookie, out);
    out.writeBytes(body);
    return ByteBuffer.wrap(out.toByteArray());
  }
}
