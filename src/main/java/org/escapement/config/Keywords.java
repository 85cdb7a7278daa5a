package org.escapement.config;

import java.util.Map;
import java.util.Set;

/** The words that mean something by themselves, with the parser's tokens for them. */
final class Keywords {

  private static final Map<String, Integer> STATEMENTS =
      Map.ofEntries(
          Map.entry("loadmodule", KamailioLexer.LOADMODULE),
          Map.entry("loadmodulex", KamailioLexer.LOADMODULE),
          Map.entry("modparam", KamailioLexer.MODPARAM),
          Map.entry("modparamx", KamailioLexer.MODPARAM),
          Map.entry("listen", KamailioLexer.LISTEN),
          Map.entry("socket", KamailioLexer.SOCKET),
          Map.entry("alias", KamailioLexer.ALIAS),
          Map.entry("flags", KamailioLexer.FLAGS),
          Map.entry("bool", KamailioLexer.FLAGS),
          Map.entry("avpflags", KamailioLexer.AVPFLAGS),
          Map.entry("route", KamailioLexer.ROUTE),
          Map.entry("request_route", KamailioLexer.ROUTE),
          Map.entry("reply_route", KamailioLexer.ROUTE),
          Map.entry("onreply_route", KamailioLexer.ROUTE),
          Map.entry("failure_route", KamailioLexer.ROUTE),
          Map.entry("branch_route", KamailioLexer.ROUTE),
          Map.entry("onsend_route", KamailioLexer.ROUTE),
          Map.entry("event_route", KamailioLexer.ROUTE),
          Map.entry("loadpath", KamailioLexer.QUOTED_SETTING),
          Map.entry("mpath", KamailioLexer.QUOTED_SETTING),
          Map.entry("cfgengine", KamailioLexer.QUOTED_SETTING));

  private static final Map<String, Integer> OPTIONS =
      Map.ofEntries(
          Map.entry("advertise", KamailioLexer.ADVERTISE),
          Map.entry("ADVERTISE", KamailioLexer.ADVERTISE),
          Map.entry("name", KamailioLexer.NAME),
          Map.entry("NAME", KamailioLexer.NAME),
          Map.entry("virtual", KamailioLexer.VIRTUAL),
          Map.entry("VIRTUAL", KamailioLexer.VIRTUAL),
          Map.entry("agname", KamailioLexer.AGNAME),
          Map.entry("AGNAME", KamailioLexer.AGNAME),
          Map.entry("vrf", KamailioLexer.VRF),
          Map.entry("VRF", KamailioLexer.VRF),
          Map.entry("description", KamailioLexer.DESC),
          Map.entry("descr", KamailioLexer.DESC),
          Map.entry("desc", KamailioLexer.DESC));

  private Keywords() {}

  /** The words that begin a statement other than a setting. */
  static Set<String> statements() {
    return STATEMENTS.keySet();
  }

  /** The type of the token that a bare word is. */
  static int type(String word) {
    return STATEMENTS.getOrDefault(word, OPTIONS.getOrDefault(word, KamailioLexer.WORD));
  }
}
