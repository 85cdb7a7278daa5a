package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ShortSliceTest {

  private static final int BYTES = 56;
  private static final int AT_RUNTIME = 24;
  private static final long SCHED_GETATTR_X86_64 = 315;

  @Test
  void request_changesTheSliceAlone_andOfItsThreadAlone() throws Exception {
    assumeThat(LibC.REACH).as("why the C library cannot be called").isNull();
    assumeThat(Platform.ARCH).isEqualTo("x86-64");
    byte[] others = attributes();
    FutureTask<byte[]> task =
        new FutureTask<>(
            () -> {
              ShortSlice.request();
              return attributes();
            });
    Thread thread = new Thread(task);
    thread.start();

    byte[] changed = task.get();

    assertThat(runtime(changed)).as("0 before Linux 6.12").isIn(0L, 100_000L);
    assertThat(ByteBuffer.wrap(changed).putLong(AT_RUNTIME, 0).array())
        .isEqualTo(ByteBuffer.wrap(others.clone()).putLong(AT_RUNTIME, 0).array());
    assertThat(attributes()).isEqualTo(others);
  }

  private static byte[] attributes() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());
    assertThat(LibC.syscall(SCHED_GETATTR_X86_64, 0, buffer, BYTES, 0)).isZero();
    byte[] bytes = new byte[BYTES];
    buffer.get(bytes);
    return bytes;
  }

  private static long runtime(byte[] attributes) {
    return ByteBuffer.wrap(attributes).order(ByteOrder.nativeOrder()).getLong(AT_RUNTIME);
  }
}
