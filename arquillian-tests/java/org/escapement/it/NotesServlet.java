package org.escapement.it;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Shows what the routes of a deployment wrote down. */
@WebServlet("/notes")
public class NotesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Notes notes;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(String.join("\n", notes.all()));
  }

  /** What routes write down. */
  @ApplicationScoped
  public static class Notes {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    void add(String line) {
      lines.add(line);
    }

    List<String> all() {
      return List.copyOf(lines);
    }
  }
}
