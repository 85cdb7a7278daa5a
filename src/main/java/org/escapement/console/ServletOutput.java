package org.escapement.console;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/** A tab's connection as the Servlet API's non-blocking output. */
final class ServletOutput implements Output {

  private final AsyncContext context;
  private final ServletOutputStream out;
  private volatile boolean started;

  ServletOutput(AsyncContext context) throws IOException {
    this.context = context;
    this.out = context.getResponse().getOutputStream();
  }

  /** Begins: the container calls back when the connection takes data, and when it has ended. */
  void start(Console console, Stream stream) {
    context.addListener(
        new AsyncListener() {
          @Override
          public void onComplete(AsyncEvent event) {
            console.forget(stream);
          }

          @Override
          public void onTimeout(AsyncEvent event) {
            console.forget(stream);
          }

          @Override
          public void onError(AsyncEvent event) {
            console.forget(stream);
          }

          @Override
          public void onStartAsync(AsyncEvent event) {
            // It is started once.
          }
        });
    out.setWriteListener(
        new WriteListener() {
          @Override
          public void onWritePossible() {
            started = true;
            console.pump(stream);
          }

          @Override
          public void onError(Throwable failure) {
            console.forget(stream);
          }
        });
  }

  @Override
  public boolean isReady() {
    return started && out.isReady();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() {
    try {
      context.complete();
    } catch (IllegalStateException e) { // the container has ended it already
      return;
    }
  }
}
