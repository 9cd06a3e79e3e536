package org.twinprop.experiments.folder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What computes the arrays.
 *
 * @param nd4j version of ND4J
 * @param dl4j version of Deeplearning4j
 * @param name of ND4J's backend: {@code CPU} or {@code CUDA}
 * @param blas who made the library of matrix products, such as {@code OPENBLAS}
 * @param threads that ND4J uses for one operation
 */
public record Backend(String nd4j, String dl4j, String name, String blas, String threads) {
  private static final String UNKNOWN = "unknown";

  /** The one in use; loads ND4J if it is not loaded yet. */
  public static Backend inUse() {
    Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
    return new Backend(
        version("org.nd4j", "nd4j-api", INDArray.class),
        version("org.deeplearning4j", "deeplearning4j-nn", INDArray.class),
        environment.getOrDefault("backend", UNKNOWN).toString(),
        environment.getOrDefault("blas.vendor", UNKNOWN).toString(),
        environment.getOrDefault("omp.threads", UNKNOWN).toString());
  }

  private static String version(String group, String artifact, Class<?> neighbour) {
    String written = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = neighbour.getResourceAsStream(written)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
