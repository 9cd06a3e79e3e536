package org.twinprop.layers.primitives;

/** Something that owns memory of its own. */
public interface Owner extends AutoCloseable {
  @Override
  void close();
}
