package org.escapement.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.escapement.text.ConfigurationException;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a text, where, and what to do. Columns count from 1. */
class FormatErrorsTest {

  private final Fixture fixture = new Fixture();

  private String problemsOf(PlacedText text) {
    Problems problems = new Problems();
    fixture.variables.format(text, problems);
    return problems.list().stream().map(Problem::toString).collect(Collectors.joining(" // "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          call $hrd(X) | f:1:6: unknown pseudo-variable '$hrd'; did you mean hdr
          $(hrd(X)) | f:1:3: unknown pseudo-variable '$hrd'
          $fU $rX $rY | f:1:5: unknown pseudo-variable '$rX'
          $fU $rX $rY | // f:1:9: unknown pseudo-variable '$rY'
          5 $ a day | f:1:3: a '$' that begins no pseudo-variable; write $$
          ends in $ | f:1:9: a '$' that begins no pseudo-variable
          $(fU | f:1:1: '$(' is not closed; close it with )
          $(fU{s.len | f:1:5: '{' is not closed; close it with }
          a $hdr(X | f:1:3: '$hdr(' is not closed; close it with )
          $(hdr(X | f:1:3: 'hdr(' is not closed; close it with )
          $(fU X) | f:1:5: unexpected ' '; write $(name(parameter)[index]{transformation})
          $() | f:1:3: unexpected ')'
          $(fU{}) | f:1:6: unexpected '}'
          $hdr | f:1:1: $hdr needs a header; write $hdr(header)
          $hdr() | f:1:1: $hdr needs a header
          $ru(x) | f:1:5: $ru takes no parameter, but has (x)
          $(ru[1]) | f:1:3: $ru has one value and takes no index
          $(hdr(X)[a]) | f:1:9: 'a' is no index
          $ptimer(slcie) | f:1:9: $ptimer knows no 'slcie'; did you mean slice
          $TV(x) | f:1:5: $TV knows no 'x'
          $utimef(%Q) | f:1:9: '%Q' is no conversion of strftime
          $sel(cfg_get.core.nope) | f:1:6: there is no setting core.nope
          $sel(other.thing) | f:1:6: 'other.thing' is no select
          $xavp(a=>) | f:1:7: 'a=>' names no value of $xavp
          $(fU{s.lne}) | f:1:6: unknown transformation '{s.lne}'; did you mean s.len
          $(fU{s.len,3}) | f:1:6: {s.len} has 1 argument; write {s.len}
          $(fU{s.substr,1}) | f:1:6: {s.substr} has 1 argument; write {s.substr,offset,length}
          $(fU{s.substr,a,1}) | f:1:15: 'a' is no whole number
          $(fU{s.substr,$var(n),1}) | ~~
          $(fU{s.substr,$vra(n),1}) | f:1:15: unknown pseudo-variable '$vra'
          $(fU{s.select,1,ab}) | f:1:17: 'ab' is not one character
          $(fU{re.subst,/a/}) | f:1:15: '/a/' is no substitution
          $(fU{re.subst,/a/b/x}) | f:1:15: '/a/b/x' is no substitution
          $(fU{re.subst,/a(/b/}) | is no regular expression
          $(fU{re.subst,/a/\\1/}) | f:1:18: the replacement uses \\1, but the expression has 0 groups
          $(fU{param.value,a,bc}) | f:1:20: 'bc' is no separator
          $_s(a $b c) | f:1:7: unknown pseudo-variable '$b'
          $(_s(a $(fU{s.x})){s.len}) | f:1:13: unknown transformation '{s.x}'
          """)
  void mistake_isToldWithItsPlace(String text, String told) {
    String found = problemsOf(PlacedText.of(text, new Position("f", 1, 1)));

    if (told.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(told);
    }
  }

  /** Characters outside of the basic plane are two chars, and one column of an editor less. */
  @Test
  void place_isRightAfterASurrogatePair() {
    assertThat(problemsOf(PlacedText.of("\uD83D\uDE00 $nope", new Position("f", 1, 1))))
        .startsWith("f:1:4: ");
  }

  @Test
  void place_followsTheSourceThatATextWasPutTogetherFrom() {
    PlacedText text =
        new PlacedText.Builder(new Position("f", 3, 10))
            .append(PlacedText.of("prefix ", new Position("f", 3, 10)))
            .append(PlacedText.of("$nope", new Position("f", 4, 2)))
            .build();

    assertThat(problemsOf(text)).startsWith("f:4:2: ");
  }

  @Test
  void textOfARoute_throwsWithTheColumn() {
    assertThatThrownBy(() -> fixture.variables.format("call $hrd(X)"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"call $hrd(X)\":1:6: unknown pseudo-variable '$hrd'");
  }

  @ParameterizedTest
  @CsvSource({"text $ru", "$ru $rU", "''", "text"})
  void moreThanOneVariable_cannotBeSet(String text) {
    assertThatThrownBy(() -> fixture.variables.set(text, 1, fixture.inMessage()))
        .isInstanceOf(ConfigurationException.class);
  }
}
