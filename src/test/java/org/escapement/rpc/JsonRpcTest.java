package org.escapement.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.escapement.command.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the JSON-RPC 2.0 specification, and what goes beyond them. */
class JsonRpcTest {

  private final SomeCommands commands = new SomeCommands();
  private final JsonRpc rpc = new JsonRpc(commands.table);

  private String answer(String text) {
    return answer(text, SomeCommands.OPERATOR);
  }

  private String answer(String text, Caller caller) {
    return rpc.answer(text.replace('\'', '"'), caller).orElse("").replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'jsonrpc':'2.0','method':'test.subtract','params':[42,23],'id':1}|{'jsonrpc':'2.0','id':1,'result':19}",
        "{'jsonrpc':'2.0','method':'test.subtract','params':{'subtrahend':23,'minuend':42},'id':'x'}|{'jsonrpc':'2.0','id':'x','result':19}",
        "{'jsonrpc':'2.0','method':'test.subtract','params':['42','2'],'id':null}|{'jsonrpc':'2.0','id':null,'result':40}",
        "{'jsonrpc':'2.0','method':'test.subtract','params':[42,23]}|``",
        "{'jsonrpc':'2.0','method':'foobar','id':'1'}|{'jsonrpc':'2.0','id':'1','error':{'code':-32601,'message':'Method not found'}}",
        "{'jsonrpc':'2.0','method':'foobar','params':'bar','baz]|{'jsonrpc':'2.0','id':null,'error':{'code':-32700,'message':'Parse error'}}",
        "{'jsonrpc':'2.0','method':1,'params':'bar'}|{'jsonrpc':'2.0','id':null,'error':{'code':-32600,'message':'Invalid Request'}}",
        "{'jsonrpc':'2.0','method':'test.echo','params':'bar','id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':-32600,'message':'Invalid Request'}}",
        "{'jsonrpc':'1.0','method':'test.echo','id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':-32600,'message':'Invalid Request'}}",
        "{'jsonrpc':'2.0','method':'test.echo','id':[1]}|{'jsonrpc':'2.0','id':null,'error':{'code':-32600,'message':'Invalid Request'}}",
        "1|{'jsonrpc':'2.0','id':null,'error':{'code':-32600,'message':'Invalid Request'}}",
        "[1]|[{'jsonrpc':'2.0','id':null,'error':{'code':-32600,'message':'Invalid Request'}}]",
        "{'jsonrpc':'2.0','method':'test.subtract','params':{'minuend':42,'other':1},'id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':-32602,'message':'Invalid params: the command is test.subtract MINUEND SUBTRAHEND'}}",
        "{'jsonrpc':'2.0','method':'test.subtract','params':{'subtrahend':42},'id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':-32602,'message':'Invalid params: subtrahend comes after one left out'}}",
        "{'jsonrpc':'2.0','method':'test.echo','params':[{}],'id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':-32602,'message':'Invalid params: each is a text or a number in its range'}}",
        "{'jsonrpc':'2.0','method':'test.echo','params':[1e999999999],'id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':-32602,'message':'Invalid params: each is a text or a number in its range'}}",
        "{'jsonrpc':'2.0','method':'test.subtract','params':[1],'id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':400,'message':'Invalid arguments (see help)'}}",
        "{'jsonrpc':'2.0','method':'test.missing','id':1}|{'jsonrpc':'2.0','id':1,'error':{'code':404,'message':'Could not find it'}}",
        "{'jsonrpc':'2.0','method':'test.nothing','id':1}|{'jsonrpc':'2.0','id':1,'result':{}}",
        "{'jsonrpc':'2.0','method':'test.echo','params':['a'],'id':1}|{'jsonrpc':'2.0','id':1,'result':['a']}",
        "{'jsonrpc':'2.0','method':'test.echo','params':{'value':['a',1,2.5,true]},'id':1}|{'jsonrpc':'2.0','id':1,'result':['a',1,2.5,1]}",
        "[{'jsonrpc':'2.0','method':'test.nothing'}]|``",
        "[{'jsonrpc':'2.0','method':'test.echo','id':1},{'jsonrpc':'2.0','method':'test.nothing'},{'jsonrpc':'2.0','method':'no','id':2}]|[{'jsonrpc':'2.0','id':1,'result':[]},{'jsonrpc':'2.0','id':2,'error':{'code':-32601,'message':'Method not found'}}]",
      })
  void answer_asTheSpecificationSays(String request, String expected) {
    assertThat(answer(request)).isEqualTo(expected);
  }

  @Test
  void answer_defect_isInternalError() {
    assertThat(answer("{'jsonrpc':'2.0','method':'test.defect','id':1}"))
        .contains("'code':-32603")
        .doesNotContain("broken");
  }

  @Test
  void answer_tree_keepsItsOrder() {
    assertThat(answer("{'jsonrpc':'2.0','method':'test.tree','id':1}"))
        .isEqualTo(
            "{'jsonrpc':'2.0','id':1,'result':{'name':'q','rate':50,'share':0.5,'workers':"
                + "[{'worker':0},{'worker':1}],'empty':{},'none':[],'long':4294967296}}");
  }

  @Test
  void answer_viewerOfAChange_is403AndChangesNothing() {
    assertThat(answer("{'jsonrpc':'2.0','method':'test.change','id':1}", SomeCommands.VIEWER))
        .contains("'code':403");
    assertThat(commands.changed).hasValue(0);
  }

  @Test
  void answer_emptyOrLargeBatch_isInvalid() {
    String large =
        IntStream.rangeClosed(0, JsonRpc.MOST_IN_BATCH)
            .mapToObj(i -> "{'jsonrpc':'2.0','method':'test.change','id':1}")
            .reduce((a, b) -> a + ',' + b)
            .orElseThrow();

    assertThat(answer("[]")).contains("-32600");
    assertThat(answer('[' + large + ']')).contains("-32600");
    assertThat(commands.changed).hasValue(0);
  }

  @Test
  void answer_depthThatWouldTakeTheStack_isParseError() {
    assertThat(answer("[".repeat(60_000))).contains("-32700");
    assertThat(answer("{'a':".repeat(10_000))).contains("-32700");
  }
}
