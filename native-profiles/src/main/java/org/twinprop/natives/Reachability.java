package org.twinprop.natives;

import java.lang.ref.Reference;
import java.util.function.Supplier;

/**
 * Keeps what native code uses from the garbage collector.
 *
 * <p>ND4J hands native code the address of an array that only the operation refers to, such as the
 * dimensions to sum over. Once the optimising compiler sees that nothing in Java reads the
 * operation again, the garbage collector may take it, and the array's memory with it, while native
 * code still uses it: the whole process then ends with a segmentation fault (Java Language
 * Specification 17, section 12.6.1, has when an object counts as reachable).
 */
public final class Reachability {
  private Reachability() {}

  /**
   * Executes, with an operation and its context reachable until the end.
   *
   * @param operation that native code reads from
   * @param context the same; null where there is none
   */
  public static <T> T keeping(Object operation, Object context, Supplier<T> execution) {
    try {
      return execution.get();
    } finally {
      Reference.reachabilityFence(operation);
      Reference.reachabilityFence(context);
    }
  }
}
