package org.twinprop.experiments.doctor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.twinprop.data.BadInput;
import org.twinprop.natives.NativeBuild;
import org.twinprop.natives.ProcessorFlags;

/** What must hold before a verb begins, for it to compute at all. */
public final class StartConditions {
  private static final Set<String> COMPUTING = Set.of("run", "verify", "bench", "search", "read");

  private StartConditions() {}

  /**
   * @param environment of the process
   * @param arguments of the command line; the doctor may always start, to say what is wrong
   * @throws BadInput if a number of threads is none, or the native build is for another processor
   */
  public static void require(Map<String, String> environment, List<String> arguments) {
    ThreadSettings.require(environment);
    if (!arguments.contains("doctor")) {
      requireInstructions(NativeBuild.ofThisProgram(), ProcessorFlags.here());
    }
  }

  /**
   * Before a verb that computes: has the driver compile the kernels where that is still to be done.
   *
   * @param say takes each line
   */
  public static void warmUp(List<String> arguments, Consumer<String> say) {
    boolean help = arguments.contains("--help") || arguments.contains("-h");
    if (!help && arguments.stream().anyMatch(COMPUTING::contains)) {
      FirstStart.neededHere().ifPresent(first -> first.run(say));
    }
  }

  /** Without this the process would end in the middle, by an illegal instruction. */
  static void requireInstructions(NativeBuild build, Set<String> flags) {
    if (!build.runsOn(flags)) {
      String suited =
          NativeBuild.fastest(NativeBuild.platform(), flags).orElse(NativeBuild.PLAIN).extension();
      throw new BadInput(
          "this build is for processors with more instructions than this one (%s): set TWINPROP_MAVEN_OPTIONS=-Dnd4j.extension=%s to build it for this one"
              .formatted(build, suited));
    }
  }
}
