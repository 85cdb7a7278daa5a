package org.escapement.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.escapement.metrics.Event.Kind;
import org.junit.jupiter.api.Test;

class EventRingTest {

  private final AtomicLong millis = new AtomicLong(1_000);
  private final EventRing ring = new EventRing(millis::get, 4);

  private void add(String text) {
    ring.add(Kind.ERROR, "t", text);
  }

  @Test
  void events_areKeptInOrderAndTheOldestMakeRoom() {
    IntStream.range(0, 6).forEach(i -> add("event " + i));

    assertThat(ring.list())
        .extracting(Event::text)
        .containsExactly("event 2", "event 3", "event 4", "event 5");
    assertThat(ring.last(2)).extracting(Event::number).containsExactly(4L, 5L);
  }

  @Test
  void sameEventSoonAgain_isCountedAndDrivesNothingOut() {
    add("other");
    for (int i = 0; i < 100; i++) {
      millis.addAndGet(100);
      add("again");
    }

    assertThat(ring.list()).extracting(Event::text).containsExactly("other", "again");
    Event again = ring.last(1).get(0);
    assertThat(again.times()).isEqualTo(100);
    assertThat(again.millis()).isEqualTo(millis.get());
  }

  @Test
  void sameEventMuchLater_isAnEventOfItsOwn() {
    add("again");
    millis.addAndGet(10_001);
    add("again");

    assertThat(ring.list()).extracting(Event::times).containsExactly(1L, 1L);
  }

  @Test
  void changes_growWithEveryAddition() {
    long before = ring.changes();
    add("one");
    long after = ring.changes();
    add("one");

    assertThat(after).isGreaterThan(before);
    assertThat(ring.changes()).isGreaterThan(after);
  }

  @Test
  void text_isOneLineOfBoundedLength() {
    add("first\nsecond\r\n\tthird");
    add("x".repeat(5_000));

    List<Event> events = ring.list();
    assertThat(events.get(0).text()).isEqualTo("first second third");
    assertThat(events.get(1).text()).hasSize(501).endsWith("…");
  }

  @Test
  void manyWriters_loseNothing() throws Exception {
    EventRing large = new EventRing(millis::get);
    int writers = 4;
    int each = 20_000;
    CountDownLatch begin = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> done =
          IntStream.range(0, writers)
              .<Future<?>>mapToObj(
                  writer ->
                      threads.submit(
                          () -> {
                            begin.await();
                            for (int i = 0; i < each; i++) {
                              large.add(Kind.ERROR, "t", "event " + writer % 2);
                            }
                            return null;
                          }))
              .toList();
      begin.countDown();
      for (Future<?> writer : done) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(large.list().stream().mapToLong(Event::times).sum())
        .isEqualTo((long) writers * each);
  }
}
