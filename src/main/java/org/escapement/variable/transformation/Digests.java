package org.escapement.variable.transformation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.escapement.variable.TransformationKind;

/** Digests of the text's bytes in UTF-8, in hexadecimal digits. */
final class Digests {

  List<TransformationKind> all() {
    return List.of(
        digest("s.md5", "MD5"),
        digest("s.sha256", "SHA-256"),
        digest("s.sha384", "SHA-384"),
        digest("s.sha512", "SHA-512"));
  }

  private static TransformationKind digest(String name, String algorithm) {
    return StringTransformations.text(
        name, algorithm + " in hexadecimal digits", text -> hexadecimal(algorithm, text));
  }

  private static String hexadecimal(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
