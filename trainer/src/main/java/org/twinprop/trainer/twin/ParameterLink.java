package org.twinprop.trainer.twin;

/**
 * One array that both networks have.
 *
 * @param name ours: {@code W1}, {@code b1}
 * @param layer as messages call the layer that it belongs to
 * @param vertex the vertex of DL4J's graph that holds it
 * @param key DL4J's name within that vertex
 * @param layout how one lies in the other
 */
record ParameterLink(
    String name, String layer, String vertex, String key, ParameterLayout layout) {}
