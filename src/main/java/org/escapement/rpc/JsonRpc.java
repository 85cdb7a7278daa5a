package org.escapement.rpc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.json.Json;
import javax.json.JsonArray;
import javax.json.JsonArrayBuilder;
import javax.json.JsonException;
import javax.json.JsonObject;
import javax.json.JsonObjectBuilder;
import javax.json.JsonReader;
import javax.json.JsonString;
import javax.json.JsonValue;
import org.escapement.command.Caller;
import org.escapement.command.Command;
import org.escapement.command.CommandTable;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter.Presence;
import org.jspecify.annotations.Nullable;

/**
 * JSON-RPC 2.0: single requests, batches, notifications, parameters by position and by name.
 *
 * <p>The fault of a command keeps its code, such as 404; a defect of one is −32603. Whatever the
 * text is, it is answered as the specification says. Thread-safe.
 */
final class JsonRpc {

  static final int MOST_IN_BATCH = 100;
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;

  /** Deeper texts would exhaust the stack of a reader; no request needs more than four. */
  private static final int DEEPEST = 32;

  private static final int DEFECT = 500;

  private final CommandTable commands;

  JsonRpc(CommandTable commands) {
    this.commands = commands;
  }

  /** What is wrong with a request. */
  private static final class ErrorException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    ErrorException(int code, String message) {
      super(message, null, false, false);
      this.code = code;
    }
  }

  /**
   * Answers a text.
   *
   * @return the answer; empty if it asks for none
   */
  Optional<String> answer(String text, Caller caller) {
    JsonValue request;
    try {
      request = parse(text);
    } catch (JsonException | IllegalStateException e) {
      return Optional.of(error(JsonValue.NULL, PARSE_ERROR, "Parse error").toString());
    }
    if (request instanceof JsonArray batch) {
      return batch(batch, caller);
    }
    return Optional.ofNullable(single(request, caller)).map(JsonValue::toString);
  }

  private static JsonValue parse(String text) {
    if (depth(text) > DEEPEST) {
      throw new JsonException("too deep");
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '{')) {
        deepest = Math.max(deepest, ++depth);
      } else if (!quoted && (c == ']' || c == '}')) {
        depth--;
      }
    }
    return deepest;
  }

  private Optional<String> batch(JsonArray batch, Caller caller) {
    if (batch.isEmpty() || batch.size() > MOST_IN_BATCH) {
      String text = "Invalid Request: a batch has 1 to " + MOST_IN_BATCH + " requests";
      return Optional.of(error(JsonValue.NULL, INVALID_REQUEST, text).toString());
    }
    JsonArrayBuilder answers = Json.createArrayBuilder();
    boolean any = false;
    for (JsonValue request : batch) {
      JsonObject answer = single(request, caller);
      if (answer != null) {
        answers.add(answer);
        any = true;
      }
    }
    return any ? Optional.of(answers.build().toString()) : Optional.empty();
  }

  private @Nullable JsonObject single(JsonValue request, Caller caller) {
    if (!(request instanceof JsonObject object) || !isSound(object)) {
      return error(idOf(request), INVALID_REQUEST, "Invalid Request");
    }
    JsonObject answer;
    try {
      answer = head(idOf(object)).add("result", run(object, caller)).build();
    } catch (ErrorException e) {
      answer = error(idOf(object), e.code, String.valueOf(e.getMessage()));
    } catch (FaultException e) {
      answer = error(idOf(object), e.code() == DEFECT ? INTERNAL_ERROR : e.code(), e.text());
    }
    return object.containsKey("id") ? answer : null;
  }

  private static boolean isSound(JsonObject object) {
    JsonValue params = object.get("params");
    return object.get("jsonrpc") instanceof JsonString version
        && version.getString().equals("2.0")
        && object.get("method") instanceof JsonString
        && (!object.containsKey("id") || isId(object.get("id")))
        && (params == null || params instanceof JsonArray || params instanceof JsonObject);
  }

  private static boolean isId(@Nullable JsonValue id) {
    return id != null
        && switch (id.getValueType()) {
          case STRING, NUMBER, NULL -> true;
          default -> false;
        };
  }

  private static JsonValue idOf(JsonValue request) {
    JsonValue id = request instanceof JsonObject object ? object.get("id") : null;
    return isId(id) && id != null ? id : JsonValue.NULL;
  }

  private JsonValue run(JsonObject request, Caller caller) throws ErrorException {
    String method = request.getString("method");
    Command command =
        commands
            .find(method)
            .orElseThrow(() -> new ErrorException(METHOD_NOT_FOUND, "Method not found"));
    JsonValue params = request.get("params");
    List<Object> arguments = new ArrayList<>();
    if (params instanceof JsonArray positional) {
      addAll(positional, arguments);
    } else if (params instanceof JsonObject named) {
      addNamed(command, named, arguments);
    }
    return JsonTrees.of(commands.call(command, caller, arguments));
  }

  private static void addAll(JsonArray values, List<Object> arguments) throws ErrorException {
    for (JsonValue value : values) {
      add(value, arguments);
    }
  }

  private static void add(JsonValue value, List<Object> arguments) throws ErrorException {
    Object argument = JsonTrees.argument(value);
    if (argument == null) {
      throw new ErrorException(
          INVALID_PARAMS, "Invalid params: each is a text or a number in its range");
    }
    arguments.add(argument);
  }

  private static void addNamed(Command command, JsonObject named, List<Object> arguments)
      throws ErrorException {
    int taken = 0;
    boolean ended = false;
    for (var parameter : command.parameters()) {
      JsonValue value = named.get(parameter.name());
      if (value == null) {
        ended = true;
        continue;
      }
      taken++;
      if (ended) {
        throw new ErrorException(
            INVALID_PARAMS, "Invalid params: " + parameter.name() + " comes after one left out");
      }
      if (parameter.presence() == Presence.ANY_NUMBER && value instanceof JsonArray several) {
        addAll(several, arguments);
      } else {
        add(value, arguments);
      }
    }
    if (taken < named.size()) {
      throw new ErrorException(INVALID_PARAMS, "Invalid params: the command is " + command.usage());
    }
  }

  /** An error that answers no request in particular. */
  static String error(int code, String message) {
    return error(JsonValue.NULL, code, message).toString();
  }

  private static JsonObject error(JsonValue id, int code, String message) {
    return head(id)
        .add("error", Json.createObjectBuilder().add("code", code).add("message", message))
        .build();
  }

  private static JsonObjectBuilder head(JsonValue id) {
    return Json.createObjectBuilder().add("jsonrpc", "2.0").add("id", id);
  }
}
