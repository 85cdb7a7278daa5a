package org.escapement.variable;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts and what they become: the tests and the reference page in one. Where Kamailio 5.6 has the
 * variable, the results are what it printed for the same message.
 */
final class Examples {

  /** Where a text is expanded. */
  enum Place {
    MESSAGE,
    REPLY,
    TIMER
  }

  /**
   * One example.
   *
   * @param set assignments before it, such as {@code $var(x)=abc}
   */
  record Example(Place place, List<String> set, String text, String result) {}

  static final List<String> MESSAGE_VARIABLES =
      List.of(
          "rm", "ru", "rU", "rd", "rp", "du", "fu", "fU", "fd", "fn", "ft", "tu", "tU", "td", "tn",
          "tt", "ci", "cs", "hdr", "hdrc", "si", "sp", "Ri", "Rp", "proto", "mt", "ml", "rs", "rr",
          "ua", "ct", "cT", "cl", "rb");
  static final List<String> TIME_VARIABLES =
      List.of("TS", "Ts", "TV", "Tf", "TF", "timef", "utimef", "time", "utime");
  static final List<String> OTHER_VARIABLES =
      List.of(
          "ptimer", "pp", "sel", "def", "env", "version", "stat", "var", "shv", "avp", "xavp", "_s",
          "null");

  private final List<Example> all = new ArrayList<>();

  Examples() {
    messages();
    replies();
    times();
    timers();
    others();
    strings();
    encodings();
    uris();
    lists();
  }

  List<Example> all() {
    return all;
  }

  private void in(Place place, String text, String result, String... set) {
    all.add(new Example(place, List.of(set), text, result));
  }

  private void message(String text, String result, String... set) {
    in(Place.MESSAGE, text, result, set);
  }

  /** A transformation of a text. */
  private void of(String value, String transformations, String result) {
    message("$(var(x)" + transformations + ")", result, "$var(x)=" + value);
  }

  private void messages() {
    message("$rm", "INVITE");
    message("$ru", "sip:alice:pw@example.com:5080;transport=udp;user=phone;lr?Subject=hi&b=c");
    message("$rU at $rd port $rp", "alice at example.com port 5080");
    message("$fu", "sip:bob@biloxi.com:5070;x=y");
    message("$fU-$fd, $fn, $ft", "bob-biloxi.com, Bob Smith, abc");
    message("$tu", "sip:alice@atlanta.com");
    message("$tU-$td, $tn, $tt", "alice-atlanta.com, Alice, <null>");
    message("$ci", "call-1@host");
    message("$cs", "17");
    message("$hdr(X)", "one");
    message("$hdr(Nope)", "<null>");
    message("$(hdr(X)[1])", "two");
    message("$(hdr(X)[-1])", "three");
    message("$(hdr(X)[5])", "<null>");
    message("$(hdr(X)[*])", "one,two,three");
    message("$hdrc(X) $hdrc(Nope)", "3 0");
    message("$si:$sp", "127.0.0.1:5170");
    message("$Ri:$Rp", "127.0.0.1:5160");
    message("$proto", "udp");
    message("$mt", "1");
    message("$ml", "523");
    message("$rs $rr", "<null> <null>");
    message("$ua", "Tester 1.0");
    message("$ct", "<sip:bob@127.0.0.1:5170>;expires=60");
    message("$du", "<null>");
    message("$cT, $cl bytes: $rb", "text/plain, 5 bytes: hello");
    message("100% of $$5", "100% of $5");
  }

  private void replies() {
    in(Place.REPLY, "$mt: $rs $rr", "2: 486 Busy Here");
    in(Place.REPLY, "$rm", "INVITE");
    in(Place.REPLY, "$ru", "<null>");
    in(Place.REPLY, "$du", "sip:192.0.2.7:5060;lr");
  }

  private void times() {
    message("$TS $Ts", "1795249245 1795249245");
    message("$TV(s) $TV(u)", "1795249245 122907");
    message("$TV(sn) $TV(un) $TV(Sn)", "1795249245 122907 1795249245.122907");
    message("$Tf", "Sat Nov 21 08:20:45 2026");
    message("$TF", "Sat Nov 21 08:20:45 2026");
    message("$utimef(%Y-%m-%dT%H:%M:%SZ)", "2026-11-21T08:20:45Z");
    message("$timef(%A, day %j, week %V)", "Saturday, day 325, week 47");
    message(
        "$time(hour) $time(min) $time(sec) $time(mday) $time(mon) $time(year) $time(wday)"
            + " $time(yday) $time(isdst)",
        "8 20 45 21 11 2026 7 325 0");
    message("$utime(hour)", "8");
  }

  private void timers() {
    in(Place.TIMER, "$ptimer(name) $ptimer(type)", "queue 3");
    in(Place.TIMER, "$ptimer(worker) of $ptimer(nworkers), pid $ptimer(pid)", "2 of 8, pid 4711");
    in(Place.TIMER, "$ptimer(interval)", "100ms");
    in(Place.TIMER, "$ptimer(tasks) of $ptimer(ntasks)", "13 of 1000");
    in(Place.TIMER, "$ptimer(slice) of $ptimer(nslices)", "7 of 80");
    in(Place.TIMER, "$ptimer(slice)", "20", "$ptimer(slice)=20");
    in(Place.TIMER, "$ptimer(interval)", "50ms", "$ptimer(interval)=50ms");
    in(Place.TIMER, "$pp", "4711");
    in(Place.TIMER, "$ru", "<null>");
    message("$ptimer(name)", "<null>");
  }

  private void others() {
    message("$sel(cfg_get.core.debug)", "2");
    message("$sel(cfg_get.caller.realm)", "example.com");
    message("$def(WITH_NAT) $def(NOPE)", "yes <null>");
    message("$env(HOME) $env(NOPE)", "/root <null>");
    message("$version(num) $version(hash)", "1.2.3 d151ce2");
    message("$stat(nope)", "<null>");
    message("$var(unset)", "0");
    message("$var(a)", "hello", "$var(a)=hello");
    message("$shv(unset)", "0");
    message("$shv(limit)", "5", "$shv(limit)=5");
    message("$avp(a)", "<null>");
    message("$avp(a)", "v2", "$avp(a)=v1", "$avp(a)=v2");
    message("$(avp(a)[1])", "v1", "$avp(a)=v1", "$avp(a)=v2");
    message("$(avp(a)[*])", "v2, v1", "$avp(a)=v1", "$avp(a)=v2");
    message("$(avp(a)[*])", "v3", "$avp(a)=v1", "$avp(a)=v2", "$(avp(a)[*])=v3");
    message("$avp(b)", "7", "$avp(s:b)=7");
    message("$xavp(a=>b) $xavp(a=>c)", "<null> two", "$xavp(a=>b)=one", "$xavp(a=>c)=two");
    message("$xavp(a[1]=>b)", "one", "$xavp(a=>b)=one", "$xavp(a=>c)=two");
    message("$xavp(a=>b) $xavp(a=>c)", "one two", "$xavp(a=>b)=one", "$xavp(a[0]=>c)=two");
    message("$null", "<null>");
    message("$_s($rU-$rd)", "alice-example.com");
    message("$(_s($rU-$rd){s.toupper})", "ALICE-EXAMPLE.COM");
  }

  private void strings() {
    of("hello world", "{s.len}", "11");
    message("$(hdr(Nope){s.len})", "");
    of("-12", "{s.int}", "-12");
    of("12abc", "{s.int}", "");
    of("hello world", "{s.toupper}", "HELLO WORLD");
    of("Hello World", "{s.tolower}", "hello world");
    message("[$(hdr(Sp){s.trim})]", "[spaced out]");
    message("[$(hdr(Sp){s.ltrim})]", "[spaced out  ]");
    message("[$(hdr(Sp){s.rtrim})]", "[  spaced out]");
    of("hello world", "{s.rmws}", "helloworld");
    of("abc-123_x", "{s.numeric}", "123");
    of("hello world", "{s.replace,o,0}", "hell0 w0rld");
    of("hello world", "{s.replace,hello,$rU}", "alice world");
    of("hello world", "{s.count,o}", "2");
    of("hello world", "{s.substr,0,5}", "hello");
    of("hello world", "{s.substr,6,0}", "world");
    of("hello world", "{s.substr,-5,2}", "wo");
    of("hello world", "{s.substr,2,100}", "llo world");
    of("hello world", "{s.substr,20,1}", "");
    of("hello world", "{s.substr,-20,1}", "");
    message("$(rm{s.substr,$var(n),2})", "VI", "$var(n)=2");
    of("hello world", "{s.select,1, }", "world");
    of("a,b,,c,", "{s.select,3,,}", "c");
    of("a,b,,c,", "{s.select,-1,,}", "");
    of("a,b,,c,", "{s.select,-2,,}", "c");
    of("a,b,,c,", "{s.select,5,,}", "");
    of("hello world", "{s.strip,3}", "lo world");
    of("hello world", "{s.striptail,3}", "hello wo");
    of("hello world", "{s.before,w}", "hello ");
    of("hello world", "{s.after,w}", "orld");
    of("hello world", "{s.len}{s.len}", "2");
    message("$(ru{s.select,1,:}{s.toupper})", "ALICE");
    of("hello world", "{re.subst,/o/0/}", "hell0 world");
    of("hello world", "{re.subst,/O/0/gi}", "hell0 w0rld");
    of("hello world", "{re.subst,/(hel+)(o)/\\2\\1/}", "ohell world");
    of("hello world", "{re.subst,#l#[&]#g}", "he[&][&]o wor[&]d");
    of("abc", "{re.subst,/b/\\0\\0/}", "abbc");
    of("abc", "{re.subst,/b/$rU/}", "aalicec");
    of("a{2}", "{re.subst,/a.{3}/b,c/}", "b,c");
  }

  private void encodings() {
    of("hello world", "{s.md5}", "5eb63bbbe01eeed093cb22bb8f5acdc3");
    of(
        "hello world",
        "{s.sha256}",
        "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
    of(
        "hello world",
        "{s.sha384}",
        "fdbd8e75a67f29f701a4e040385e2e23986303ea10239211af907fcbb83578b3"
            + "e417cb71ce646efd0819dd8c088de1bd");
    of(
        "",
        "{s.sha512}",
        "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
            + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
    of("hello world", "{s.encode.hexa}", "68656c6c6f20776f726c64");
    of("68656c6c6f", "{s.decode.hexa}", "hello");
    of("zz", "{s.decode.hexa}", "");
    of("hello world", "{s.encode.base64}", "aGVsbG8gd29ybGQ=");
    of("aGVsbG8gd29ybGQ=", "{s.decode.base64}", "hello world");
    message("$(hdr(Q){s.escape.common})", "it\\'s \\\"q\\\" \\\\ back");
    message("$(hdr(Q){s.escape.common}{s.unescape.common})", "it's \"q\" \\ back");
    of("hello world", "{s.escape.user}", "hello%20world");
    of("hello%20world", "{s.unescape.user}", "hello world");
    of("abc-123_x+y z", "{s.escape.param}", "abc-123_x+y%20z");
    of("y%20z", "{s.unescape.param}", "y z");
    of("%4", "{s.unescape.param}", "");
    of("äö +%/?", "{s.urlencode.param}", "%c3%a4%c3%b6%20%2b%25%2f%3f");
    of("%c3%a4", "{s.urldecode.param}", "ä");
    of("say \"hi\"", "{s.escape.csv}", "\"say \"\"hi\"\"\"");
  }

  private void uris() {
    message("$(ru{uri.user})", "alice");
    message("$(ru{uri.passwd})", "pw");
    message("$(ru{uri.host})", "example.com");
    message("$(ru{uri.port})", "5080");
    message("$(ru{uri.scheme})", "sip");
    message("$(ru{uri.params})", "transport=udp;user=phone;lr");
    message("$(ru{uri.headers})", "Subject=hi&b=c");
    message("$(ru{uri.param,user}) $(ru{uri.param,nope})", "phone ");
    message("$(ru{uri.transport})", "udp");
    of("sips:h:5061;maddr=1.2.3.4;ttl=3;method=INVITE", "{uri.maddr}", "1.2.3.4");
    of("sips:h:5061;maddr=1.2.3.4;ttl=3;method=INVITE", "{uri.ttl}", "3");
    of("sips:h:5061;maddr=1.2.3.4;ttl=3;method=INVITE", "{uri.method}", "INVITE");
    of("sip:h;lr=on;r2=on", "{uri.lr}", "on");
    of("sip:h;lr=on;r2=on", "{uri.r2}", "on");
    of("sip:[2001:db8::1]:5061", "{uri.host}", "[2001:db8::1]");
    of("tel:+1-201;phone-context=x", "{uri.user}", "+1-201");
    of("hello world", "{uri.host}", "");
  }

  private void lists() {
    message("$(hdr(P){param.value,a})", "1");
    message("$(hdr(P){param.value,b})", "two words");
    message("$(hdr(P){param.value,zz})", "");
    message("$(hdr(P2){param.value,b,&})", "2");
    message("$(hdr(P){param.valueat,0})", "1");
    message("$(hdr(P){param.name,-1})", "c");
    message("$(hdr(P){param.count}) $(hdr(P2){param.count,&})", "3 2");
    message("$(hdr(P){param.in,a}) $(hdr(P){param.in,zz})", "1 0");
    message("$(hdr(From){nameaddr.name})", "\"Bob Smith\"");
    message("$(hdr(From){nameaddr.uri})", "sip:bob@biloxi.com:5070;x=y");
    message("$(hdr(From){nameaddr.len})", "41");
    of("sip:b@x;tag=1", "{nameaddr.uri}", "sip:b@x;tag=1");
    of("\"A < B\" <sip:b@x>", "{nameaddr.uri}", "sip:b@x");
  }
}
