/*
 * The words of a kamailio.cfg. Whoever reads the tokens expands the defines, joins adjacent pieces
 * such as udp:192.0.2.1:5060 to one BARE, adjacent strings to one TEXT, and a block in braces to one
 * BODY: see Preprocessor and TokenAssembler.
 */
lexer grammar KamailioLexer;

tokens {
  TEXT, BARE, BODY, OPEN_COMMENT,
  LOADMODULE, MODPARAM, LISTEN, SOCKET, ALIAS, FLAGS, AVPFLAGS, ROUTE, QUOTED_SETTING,
  ADVERTISE, NAME, VIRTUAL, AGNAME, VRF, DESC
}

PREP : ('#!' | '!!') DIRECTIVE (~[A-Za-z0-9_\n] REST)? ;
UNKNOWN_PREP : '#!' [a-z] ~[\n]* ;
COMMENT : ('#' | '//') ~[\n]* -> skip ;
BLOCK_COMMENT : '/*' -> more, pushMode(IN_COMMENT) ;
ESCAPED_NEWLINE : '\\' '\r'? '\n' -> skip ;
BLANK : [ \t\b\r\n\f\uFEFF]+ -> skip ;

STRING : '"' (~["\\] | '\\' .)* '"' ;
RAW_STRING : '\'' ~[']* '\'' ;
OPEN_STRING : '"' (~["\\] | '\\' .)* '\\'? ;
OPEN_RAW_STRING : '\'' ~[']* ;

NUMBER : [0-9]+ | '0' [xX] [0-9a-fA-F]+ | [01]+ 'b' ;
WORD : [A-Za-z0-9_]+ ;

EQUALS : '=' ;
COMMA : ',' ;
SEMICOLON : ';' ;
COLON : ':' ;
OPEN_PAREN : '(' ;
CLOSE_PAREN : ')' ;
OPEN_BRACKET : '[' ;
CLOSE_BRACKET : ']' ;
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
PIECE : [-./*@~+%] ;

/* $(…) of a route: what is in it is neither a string nor a comment. A line's end closes it. */
VARIABLE : '$(' -> more, pushMode(IN_VARIABLE) ;

OTHER : . ;

fragment REST : ('\\' '\r'? '\n' | ~[\n])* ;
fragment CONDITION : 'ifdef' | 'ifndef' | 'ifexp' | 'else' | 'endif' ;
fragment DIRECTIVE
  : CONDITION
  | 'define' | 'def' | 'trydefine' | 'trydef' | 'redefine' | 'redef' | 'undefine' | 'undef'
  | 'tryundefine' | 'tryundef' | 'defexp' | 'defexps' | 'defenv' | 'defenvs' | 'trydefenv'
  | 'trydefenvs' | 'subst' | 'substdef' | 'substdefs' | 'include_file' | 'import_file'
  ;

mode IN_VARIABLE;
VARIABLE_END : [)\n] -> type(OTHER), popMode ;
VARIABLE_DEEPER : '(' -> more, pushMode(DEEP_IN_VARIABLE) ;
VARIABLE_TEXT : ~[()\n] -> more ;

mode DEEP_IN_VARIABLE;
DEEP_END : ')' -> more, popMode ;
DEEP_END_OF_LINE : '\n' { _modeStack.clear(); mode(DEFAULT_MODE); } -> type(OTHER) ;
DEEP_DEEPER : '(' -> more, pushMode(DEEP_IN_VARIABLE) ;
DEEP_TEXT : ~[()\n] -> more ;

/* Comments nest. */
mode IN_COMMENT;
COMMENT_END : '*/' -> skip, popMode ;
COMMENT_DEEPER : '/*' -> more, pushMode(DEEP_IN_COMMENT) ;
COMMENT_TEXT : (~[*/]+ | [*/]) -> more ;

mode DEEP_IN_COMMENT;
DEEP_COMMENT_END : '*/' -> more, popMode ;
DEEP_COMMENT_DEEPER : '/*' -> more, pushMode(DEEP_IN_COMMENT) ;
DEEP_COMMENT_TEXT : (~[*/]+ | [*/]) -> more ;

/* The lines that a false condition leaves out. */
mode LEFT_OUT;
LEFT_OUT_PREP : [ \t]* ('#!' | '!!') CONDITION (~[A-Za-z0-9_\n] REST)? -> type(PREP) ;
LEFT_OUT_LINE : ~[\n]+ -> skip ;
LEFT_OUT_NEWLINE : '\n' -> skip ;
