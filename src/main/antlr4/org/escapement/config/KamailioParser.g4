/* The statements of a kamailio.cfg outside its routes. No rule is recursive, so no text overflows the stack. */
parser grammar KamailioParser;

options { tokenVocab = KamailioLexer; }

file : statement* EOF ;

statement
  : SEMICOLON
  | loadModule
  | modParam
  | listen
  | socket
  | alias
  | flags
  | route
  | quotedSetting
  | setting
  ;

loadModule
  : LOADMODULE (OPEN_PAREN module (COMMA TEXT)? CLOSE_PAREN | module)
  ;

module : TEXT | WORD | BARE ;

modParam
  : MODPARAM OPEN_PAREN modules=TEXT COMMA parameter=TEXT COMMA modParamValue CLOSE_PAREN
  ;

modParamValue : TEXT | NUMBER | WORD | BARE ;

listen : LISTEN EQUALS listenAddress+ ;

listenAddress : (addressGroup | address) listenOption* ;

listenOption
  : ADVERTISE address
  | NAME TEXT
  | AGNAME TEXT
  | VRF TEXT
  | VIRTUAL
  ;

address : BARE | WORD | TEXT | NUMBER | PIECE ;

/* Several addresses of one socket: proto:(a, b):port */
addressGroup
  : prefix=BARE? OPEN_PAREN address (COMMA address)* CLOSE_PAREN
    ({_input.LT(1).getText().startsWith(":")}? suffix=BARE)?
  ;

socket : SOCKET EQUALS OPEN_BRACE socketEntry* CLOSE_BRACE ;

socketEntry
  : key=(WORD | ADVERTISE | NAME | VIRTUAL | AGNAME | VRF) EQUALS value
  | SEMICOLON
  ;

alias : ALIAS EQUALS (addressGroup | address)+ ;

flags : (FLAGS | AVPFLAGS) flag (COMMA flag)* ;

flag : (WORD | TEXT) (COLON NUMBER)? ;

route : ROUTE (OPEN_BRACKET routeName CLOSE_BRACKET)? BODY ;

routeName : WORD | BARE | NUMBER | TEXT | SOCKET | NAME | VIRTUAL | ADVERTISE | DESC | LISTEN | ALIAS | ROUTE ;

quotedSetting : QUOTED_SETTING EQUALS? value ;

setting : settingName EQUALS value (DESC TEXT)? ;

settingName
  : BARE
  | DESC
  | WORD (OPEN_BRACKET NUMBER CLOSE_BRACKET BARE)?
  ;

value : TEXT | NUMBER | BARE | WORD | PIECE | NAME | VIRTUAL ;
