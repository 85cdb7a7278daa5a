/* A text with pseudo-variables in it, as in "from $fu, $(hdr(X){s.len}) long". */
parser grammar VariableParser;

options { tokenVocab = VariableLexer; }

format : piece* EOF ;

piece
  : TEXT
  | DOLLAR
  | placeholder
  ;

/* One variable and nothing else. */
single : placeholder EOF ;

placeholder
  : BARE
  | CALL parameter PARAMETER_END
  | OPEN inner INDEX? transformation* CLOSE
  ;

inner
  : INNER_NAME
  | INNER_CALL parameter PARAMETER_END
  ;

parameter : PARAMETER_TEXT* ;

transformation : OPEN_BRACE name arguments CLOSE_BRACE ;

name : TRANSFORMATION_TEXT ;

/* Read as raw text once more by those transformations in which a comma is no separator. */
arguments : (COMMA | TRANSFORMATION_TEXT)* ;
