/*
 * The pieces of a text with pseudo-variables. Every token keeps its blanks: they are text to the user.
 */
lexer grammar VariableLexer;

DOLLAR : '$$' ;
CALL : '$' NAME_TEXT '(' -> pushMode(PARAMETER) ;
BARE : '$' NAME_TEXT ;
OPEN : '$(' -> pushMode(IN_VARIABLE) ;
LONE_DOLLAR : '$' ;
TEXT : ~[$]+ ;

fragment NAME_TEXT : [A-Za-z_] [A-Za-z0-9_]* ;

/* $( … ) */
mode IN_VARIABLE;
INNER_CALL : NAME_TEXT '(' -> pushMode(PARAMETER) ;
INNER_NAME : NAME_TEXT ;
INDEX : '[' ~[[\](){}$]* ']' ;
OPEN_BRACE : '{' -> pushMode(TRANSFORMATION) ;
CLOSE : ')' -> popMode ;
STRAY : . ;

/* What stands in the parentheses after a name; parentheses in it pair up. */
mode PARAMETER;
PARAMETER_END : ')' -> popMode ;
PARAMETER_DEEPER : '(' -> type(PARAMETER_TEXT), pushMode(DEEP_PARAMETER) ;
PARAMETER_TEXT : ~[()]+ ;

mode DEEP_PARAMETER;
DEEP_END : ')' -> type(PARAMETER_TEXT), popMode ;
DEEP_DEEPER : '(' -> type(PARAMETER_TEXT), pushMode(DEEP_PARAMETER) ;
DEEP_TEXT : ~[()]+ -> type(PARAMETER_TEXT) ;

/* { … }: braces and what is in parentheses after a name pair up. */
mode TRANSFORMATION;
CLOSE_BRACE : '}' -> popMode ;
COMMA : ',' ;
TRANSFORMATION_DEEPER : '{' -> type(TRANSFORMATION_TEXT), pushMode(DEEP_TRANSFORMATION) ;
TRANSFORMATION_TEXT : ~[{},]+ ;

mode DEEP_TRANSFORMATION;
DEEP_BRACE_END : '}' -> type(TRANSFORMATION_TEXT), popMode ;
DEEP_BRACE_DEEPER : '{' -> type(TRANSFORMATION_TEXT), pushMode(DEEP_TRANSFORMATION) ;
DEEP_BRACE_TEXT : ~[{}]+ -> type(TRANSFORMATION_TEXT) ;
