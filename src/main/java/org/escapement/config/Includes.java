package org.escapement.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** The files that are open, innermost first, and how further ones are opened. Not thread-safe. */
final class Includes {

  private final Deque<Frame.File> files = new ArrayDeque<>();
  private final SourceFiles source;
  private final Limits limits;
  private final Report report;
  private long chars;

  Includes(SourceFiles source, Limits limits, Report report) {
    this.source = source;
    this.limits = limits;
    this.report = report;
  }

  Frame.File first(String name, String text) {
    return enter(Position.of(name), name, text);
  }

  void left(Frame.File file) {
    files.remove(file);
  }

  /**
   * Opens an included file.
   *
   * @param at where it is included
   * @return null if there is none, which has been reported when it is required
   */
  Frame.@Nullable File open(Position at, PlacedText path, boolean required) {
    Frame.File including = files.peek();
    String name = path.text();
    try {
      name = source.resolve(including == null ? "" : including.name, path.text());
      checkDepth(at, name);
      String text = read(path.position(), name);
      if (text == null && required) {
        report.problem(
            path.position(),
            "there is no file '" + Report.excerpt(name) + "'",
            "correct the path, which is relative to the file that includes it, or use import_file"
                + " if it may be missing");
      }
      return text == null ? null : enter(path.position(), name, text);
    } catch (IOException e) {
      report.problem(
          path.position(),
          "the file '" + Report.excerpt(name) + "' cannot be read: " + reason(e),
          "correct the path or make the file readable");
      return null;
    }
  }

  private void checkDepth(Position at, String name) {
    if (files.stream().anyMatch(f -> f.name.equals(name))) {
      throw report.fatal(
          at, "the file '" + name + "' includes itself: " + chain(name), "take the include out");
    }
    if (files.size() >= limits.includeDepth()) {
      throw report.fatal(
          at,
          "more than " + limits.includeDepth() + " files include one another: " + chain(name),
          "include them from one file");
    }
  }

  private String chain(String name) {
    Iterable<Frame.File> outermostFirst = files::descendingIterator;
    return StreamSupport.stream(outermostFirst.spliterator(), false)
        .map(f -> f.name)
        .collect(Collectors.joining(" → ", "", " → " + name));
  }

  private Frame.File enter(Position at, String name, String text) {
    chars += text.length();
    if (chars > limits.totalChars()) {
      throw report.fatal(
          at,
          "the files hold more than " + limits.totalChars() + " characters in all",
          "look for files that are included many times");
    }
    Frame.File file = new Frame.File(name, text);
    files.push(file);
    return file;
  }

  /**
   * Reads a whole file. Bytes that are no UTF-8 are taken for ISO 8859-1, as old files have them in
   * comments.
   *
   * @param at where the file is asked for
   * @return null when there is no such file
   */
  @Nullable String read(Position at, String name) throws IOException {
    try (InputStream in = source.open(name)) {
      if (in == null) {
        return null;
      }
      byte[] bytes = in.readNBytes(limits.fileBytes() + 1);
      if (bytes.length > limits.fileBytes()) {
        throw report.fatal(
            at,
            "the file '" + name + "' is larger than " + limits.fileBytes() + " bytes",
            "split it");
      }
      return decode(bytes);
    }
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Why a file cannot be read, without its name when the system only repeats it. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
