package org.twinprop.layers.text;

import java.util.function.Function;

/**
 * A name that a text can hold, and what it makes: a loss, an updater, an initialiser.
 *
 * @param signature how it is written
 * @param make from its arguments; throws {@code IllegalArgumentException} for a value that cannot
 *     be
 */
public record Kind<T>(Signature signature, Function<Arguments, T> make) {
  /** A kind that is written as {@code signature}. */
  public static <T> Kind<T> of(String signature, Function<Arguments, T> make) {
    return new Kind<>(new Signature(signature), make);
  }

  public String name() {
    return signature.name();
  }

  /**
   * The text that makes one with these arguments.
   *
   * @param arguments in the order of the signature; null for one that is left out
   */
  public String text(Object... arguments) {
    return signature.write(arguments);
  }

  /** How it is written. */
  @Override
  public String toString() {
    return signature.toString();
  }
}
