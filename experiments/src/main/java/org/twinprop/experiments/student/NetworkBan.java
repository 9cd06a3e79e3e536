package org.twinprop.experiments.student;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a process off the network where the platform lets anyone do so: on Linux in a network
 * namespace of its own, which holds no interface. Elsewhere, and where namespaces are forbidden, as
 * in many containers, there is no such protection.
 */
final class NetworkBan {
  private static final List<String> NAMESPACE =
      List.of("unshare", "--user", "--map-current-user", "--net");
  private static final long SECONDS = 5;
  private static final List<String> PREFIX = works() ? NAMESPACE : List.of();

  private NetworkBan() {}

  /**
   * What stands before a command that is to have no network; empty where there is no such thing.
   */
  static List<String> prefix() {
    return PREFIX;
  }

  private static boolean works() {
    try {
      List<String> command = new ArrayList<>(NAMESPACE);
      command.add("true");
      Process trial =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean done = trial.waitFor(SECONDS, TimeUnit.SECONDS);
      trial.destroyForcibly();
      return done && trial.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
