package org.escapement.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.escapement.config.KamailioParser.AddressContext;
import org.escapement.config.KamailioParser.AddressGroupContext;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** Makes statements from the parse tree, and has them checked on the way. Not thread-safe. */
final class StatementBuilder extends KamailioParserBaseVisitor<List<Statement>> {

  private final Report report;
  private final AddressReader addresses;
  private final ListenBuilder listens;
  private final SettingChecks settings;
  private final ModuleChecks modules;
  private final Evaluation evaluation;
  private boolean modulesComplete = true;

  StatementBuilder(
      Knowledge knowledge, RegularExpressions expressions, Evaluation evaluation, Report report) {
    this.report = report;
    this.evaluation = evaluation;
    this.addresses = new AddressReader(report);
    this.listens = new ListenBuilder(addresses, report);
    this.settings = new SettingChecks(knowledge, report);
    this.modules = new ModuleChecks(knowledge, expressions, report);
  }

  /** All statements of a file that are to be kept. */
  List<Statement> build(KamailioParser.FileContext file) {
    List<Statement> statements = new ArrayList<>();
    file.statement().forEach(s -> statements.addAll(visit(s)));
    listens.finish();
    modules.finish();
    return statements;
  }

  @Override
  protected List<Statement> defaultResult() {
    return List.of();
  }

  /** The modules that the application provides, in the order in which they are loaded. */
  List<Statement.LoadModule> modules() {
    return modules.provided();
  }

  /** A statement with an error in it has been reported; what is left of it makes no statement. */
  @Override
  public List<Statement> visitStatement(KamailioParser.StatementContext ctx) {
    if (ctx.exception == null) {
      return visit(ctx.getChild(0));
    }
    modulesComplete &= !isForModule(ctx.getStart());
    return List.of();
  }

  private static boolean isForModule(Token first) {
    return first.getType() == KamailioLexer.LOADMODULE || first.getType() == KamailioLexer.MODPARAM;
  }

  /** Whether no loadmodule or modparam was lost to a mistake. */
  boolean modulesComplete() {
    return modulesComplete;
  }

  private Value evaluated(Value value, boolean evaluate) {
    return evaluate && value instanceof Value.Text text
        ? new Value.Text(evaluation.apply(text.placed()))
        : value;
  }

  @Override
  public List<Statement> visitLoadModule(KamailioParser.LoadModuleContext ctx) {
    PlacedToken keyword = token(ctx.getStart());
    boolean evaluate = keyword.getText().endsWith("x");
    Value path = evaluated(value(ctx.module().getStart()), evaluate);
    Statement.LoadModule statement =
        new Statement.LoadModule(
            ModuleChecks.nameOf(path.text()), path, evaluate, keyword.position());
    return modules.load(statement) ? List.of(statement) : List.of();
  }

  @Override
  public List<Statement> visitModParam(KamailioParser.ModParamContext ctx) {
    PlacedToken keyword = token(ctx.getStart());
    boolean evaluate = keyword.getText().endsWith("x");
    Value value = evaluated(modParamValue(value(ctx.modParamValue().getStart())), evaluate);
    Statement.ModParam statement =
        modules.parameter(
            content(ctx.modules), content(ctx.parameter), value, evaluate, keyword.position());
    return statement == null ? List.of() : List.of(statement);
  }

  /** A switch's word counts as 1 or 0, as everywhere; other bare words are no values. */
  private Value modParamValue(Value value) {
    if (!(value instanceof Value.Word)) {
      return value;
    }
    Boolean flag = value.asBoolean();
    if (flag == null) {
      String found = Report.excerpt(value.text());
      report.problem(
          value.position(),
          "expected a whole number or a string in quotes, found '" + found + "'",
          "put it in quotes, or define it with #!define " + found + " value");
    }
    return new Value.Int(Boolean.TRUE.equals(flag) ? 1 : 0, value.text(), value.position());
  }

  @Override
  public List<Statement> visitListen(KamailioParser.ListenContext ctx) {
    Position position = token(ctx.getStart()).position();
    List<Statement> statements = new ArrayList<>();
    for (KamailioParser.ListenAddressContext address : ctx.listenAddress()) {
      for (PlacedText text : placed(address.address(), address.addressGroup())) {
        ListenSpec spec = listens.fromList(address, text);
        if (spec != null) {
          statements.add(new Statement.Listen(spec, position));
        }
      }
    }
    return statements;
  }

  @Override
  public List<Statement> visitSocket(KamailioParser.SocketContext ctx) {
    Position position = token(ctx.getStart()).position();
    ListenSpec spec = listens.fromBlock(ctx, position);
    return spec == null ? List.of() : List.of(new Statement.Listen(spec, position));
  }

  @Override
  public List<Statement> visitAlias(KamailioParser.AliasContext ctx) {
    Position position = token(ctx.getStart()).position();
    List<Statement> statements = new ArrayList<>();
    List<PlacedText> texts = new ArrayList<>();
    ctx.address().forEach(address -> texts.add(placed(address)));
    ctx.addressGroup().forEach(group -> texts.addAll(placed(group)));
    for (PlacedText text : texts) {
      SocketAddress address = addresses.read(text);
      if (address != null) {
        statements.add(new Statement.Alias(address, position));
      }
    }
    return statements;
  }

  @Override
  public List<Statement> visitFlags(KamailioParser.FlagsContext ctx) {
    List<Statement> statements = new ArrayList<>();
    for (KamailioParser.FlagContext flag : ctx.flag()) {
      Value name = value(flag.getStart());
      Integer number = null;
      if (flag.NUMBER() != null) {
        number = flagNumber(value(flag.NUMBER().getSymbol()));
      }
      statements.add(
          new Statement.Flag(
              name.text(), number, ctx.AVPFLAGS() != null, token(flag.getStart()).position()));
    }
    return statements;
  }

  private @Nullable Integer flagNumber(Value value) {
    if (value instanceof Value.Int number && number.value() >= 0 && number.value() <= 31) {
      return (int) number.value();
    }
    report.problem(
        value.position(),
        "'" + Report.excerpt(value.text()) + "' is no number of a flag",
        "write a number from 0 to 31");
    return null;
  }

  @Override
  public List<Statement> visitRoute(KamailioParser.RouteContext ctx) {
    PlacedToken keyword = token(ctx.getStart());
    String name = ctx.routeName() == null ? "" : value(ctx.routeName().getStart()).text();
    return List.of(new Statement.RouteBlock(keyword.getText(), name, keyword.position()));
  }

  @Override
  public List<Statement> visitQuotedSetting(KamailioParser.QuotedSettingContext ctx) {
    return assign(token(ctx.getStart()), value(ctx.value().getStart()));
  }

  @Override
  public List<Statement> visitSetting(KamailioParser.SettingContext ctx) {
    PlacedToken name = token(ctx.getStart());
    Value value = value(ctx.value().getStart());
    String written = ctx.settingName().getText();
    int dot = written.indexOf('.');
    TerminalNode text = ctx.TEXT();
    if (dot > 0 && !written.startsWith("kemi.")) {
      return List.of(
          new Statement.CustomParameter(
              written.substring(0, dot),
              written.substring(dot + 1),
              value,
              text == null ? null : content(text.getSymbol()).text(),
              name.position()));
    }
    return assign(name, value);
  }

  private List<Statement> assign(PlacedToken name, Value value) {
    Statement.Assignment assignment = settings.check(name.getText(), value, name.position());
    if (assignment == null) {
      return List.of();
    }
    listens.noteWorkers(assignment);
    return List.of(assignment);
  }

  private static PlacedText placed(AddressContext ctx) {
    Value value = value(ctx.getStart());
    return value.placed();
  }

  private static List<PlacedText> placed(
      @Nullable AddressContext address, @Nullable AddressGroupContext group) {
    return group != null ? placed(group) : address != null ? List.of(placed(address)) : List.of();
  }

  /** Each address of a group, with the transport before and the port after the parentheses. */
  private static List<PlacedText> placed(AddressGroupContext group) {
    List<PlacedText> all = new ArrayList<>();
    for (AddressContext address : group.address()) {
      PlacedText own = placed(address);
      PlacedText.Builder text = new PlacedText.Builder(own.position());
      append(group.prefix, text);
      text.append(own);
      append(group.suffix, text);
      all.add(text.build());
    }
    return all;
  }

  private static void append(@Nullable Token piece, PlacedText.Builder text) {
    if (piece != null) {
      Value value = value(piece);
      text.append(PlacedText.of(value.text(), value.position()));
    }
  }

  static PlacedText content(Token token) {
    return Objects.requireNonNull(token(token).value(), "a string has its content");
  }

  /** A token as a value; a number too large for a long stays a word. */
  static Value value(Token token) {
    PlacedToken placed = token(token);
    PlacedText content = placed.value();
    if (content != null) {
      return new Value.Text(content);
    }
    Long number =
        placed.getType() == KamailioLexer.NUMBER ? Value.parseInt(placed.getText()) : null;
    return number == null
        ? new Value.Word(placed.getText(), placed.position())
        : new Value.Int(number, placed.getText(), placed.position());
  }

  static PlacedToken token(Token token) {
    return (PlacedToken) token;
  }
}
