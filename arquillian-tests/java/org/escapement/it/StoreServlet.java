package org.escapement.it;

import java.io.IOException;
import javax.annotation.sql.DataSourceDefinition;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.store.StateStore;
import org.escapement.store.StoreException;

/** Keeps and finds texts as an application does. */
@WebServlet("/store")
@DataSourceDefinition(
    name = "java:app/jdbc/escapement",
    className = "org.h2.jdbcx.JdbcDataSource",
    url =
        "jdbc:h2:mem:state;INIT=CREATE TABLE IF NOT EXISTS kept"
            + " (table_name VARCHAR(32) PRIMARY KEY, table_version INTEGER NOT NULL)\\;"
            + "MERGE INTO kept VALUES ('escapement_state', 1)\\;"
            + "CREATE TABLE IF NOT EXISTS escapement_state"
            + " (name VARCHAR(255) PRIMARY KEY, value_text VARCHAR(65535))")
public class StoreServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient StateStore store;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(store.get(request.getParameter("name")).orElse("none"));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      store.put(request.getParameter("name"), request.getParameter("value"));
    } catch (StoreException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.getWriter().print(e.getMessage());
    }
  }
}
