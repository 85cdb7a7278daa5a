package org.escapement.rpc;

/**
 * The types of values in the control protocol, by their number in the lower half of a value's first
 * byte. Bits 4 to 6 hold the size; with bit 7 set they hold how many bytes of size follow, and none
 * marks the end of a structure or an array.
 */
final class ValueType {

  static final int INT = 0;
  static final int STRING = 1;
  static final int DOUBLE = 2;
  static final int STRUCT = 3;
  static final int ARRAY = 4;
  static final int NAME = 5;
  static final int BYTES = 6;

  static final int LONG_SIZE = 0x80;
  static final int LARGEST_SHORT_SIZE = 7;

  /** A double is sent as a whole number of thousandths. */
  static final double DOUBLE_SCALE = 1000;

  private ValueType() {}
}
