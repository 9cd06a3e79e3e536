package org.twinprop.experiments.bench.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.twinprop.experiments.folder.TextFormats;

/**
 * What a contestant has to do, as its process is told. Programs in Python get the same.
 *
 * @param kind of work
 * @param contestant {@code handwritten} or {@code dl4j}; of peers how they are to do it, such as
 *     {@code eager}
 * @param network as its text; empty where none is trained
 * @param data what is learned from: {@code digits} or {@code rents}
 * @param folder of the data files; null for what is embedded
 * @param prepared a folder with what was made for this benchmark
 * @param batch examples a step
 * @param size how much a turn is: steps; examples of an epoch; checks to read
 */
public record Job(
    Kind kind,
    String contestant,
    String network,
    String data,
    String folder,
    String prepared,
    int batch,
    int size) {
  /** Kinds of work. */
  public enum Kind {
    STEPS,
    EPOCH,
    READING,
    VERIFICATION,
    AUDIT
  }

  /** The same for someone else. */
  public Job by(String other) {
    return new Job(kind, other, network, data, folder, prepared, batch, size);
  }

  /** The same with another number of examples a step. */
  public Job inBatchesOf(int examples) {
    return new Job(kind, contestant, network, data, folder, prepared, examples, size);
  }

  /** In one line, which {@link #parse} reads. */
  public String text() {
    try {
      return TextFormats.JSON
          .writer()
          .without(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Job parse(String text) {
    try {
      return TextFormats.JSON.readValue(text, Job.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
