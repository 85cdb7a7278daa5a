package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrregularTickTest {

  private static final String NAME = "org.escapement.IrregularTick";

  @TempDir private Path folder;

  @Test
  void overrun_isAnEvent() throws IOException {
    List<RecordedEvent> events = record(true, 250);

    assertThat(events).hasSize(1);
    RecordedEvent event = events.get(0);
    assertThat(event.getString("timer")).isEqualTo("t");
    assertThat(event.getInt("worker")).isZero();
    assertThat(event.getDuration("runTime")).isEqualTo(Duration.ofMillis(250));
    assertThat(event.getLong("missed")).isEqualTo(2);
  }

  @Test
  void regularTick_isNoEvent() throws IOException {
    assertThat(record(true, 0)).isEmpty();
  }

  @Test
  void events_areOffUnlessARecordingTurnsThemOn() throws IOException {
    assertThat(record(false, 250)).isEmpty();
  }

  private List<RecordedEvent> record(boolean enabled, int runMillis) throws IOException {
    ManualClock clock = new ManualClock();
    TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
    ScriptedBody body = new ScriptedBody();
    body.onLoop =
        context -> {
          clock.advance(Duration.ofMillis(runMillis));
          return -1;
        };
    timers.add(Definitions.timer("type=1;interval=100ms"), body);
    Path file = folder.resolve("ticks.jfr");
    try (Recording recording = new Recording()) {
      if (enabled) {
        recording.enable(NAME);
      }
      recording.start();
      timers.start();
      clock.advanceNanos(0);
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(e -> e.getEventType().getName().equals(NAME))
        .toList();
  }
}
