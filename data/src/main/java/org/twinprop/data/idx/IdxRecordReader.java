package org.twinprop.data.idx;

import java.io.DataInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinprop.data.ArrayFill;
import org.twinprop.data.BadInput;

/**
 * DataVec's view of MNIST: a record for each digit. It holds
 *
 * <ol start="0">
 *   <li>the image, float, shape [1, 1, height, width], pixels 0 (paper) to 1 (ink)
 *   <li>the class, 0 to 9
 *   <li>the writer's number
 *   <li>the population of the writer, "Census Bureau employees" or "high-school students"
 *   <li>the writer by name, number and series
 * </ol>
 *
 * <p>and ends after the class where no writers' file is given. The split names the files in this
 * order: images, labels, writers; {@link #split} makes it.
 */
public final class IdxRecordReader extends BaseRecordReader {
  private static final long serialVersionUID = 1L;

  private transient IdxDigits digits;
  private transient URI images;
  private transient int next;
  private Configuration configuration;

  /** The files as this reader wants them, each packed with gzip or not. */
  public static InputSplit split(Path images, Path labels, Optional<Path> writers) {
    List<URI> files = new ArrayList<>(List.of(images.toUri(), labels.toUri()));
    writers.map(Path::toUri).ifPresent(files::add);
    return new CollectionInputSplit(files);
  }

  /**
   * Opens the files and compares them with each other.
   *
   * @throws BadInput if a file is missing, damaged or does not fit the others
   * @throws IllegalArgumentException if the split does not have two or three files
   */
  @Override
  public void initialize(InputSplit split) {
    URI[] files = split.locations();
    if (files.length < 2 || files.length > 3) {
      throw new IllegalArgumentException(
          "images, labels and perhaps writers are needed, got %d files".formatted(files.length));
    }
    Optional<Path> writers = files.length == 3 ? Optional.of(Path.of(files[2])) : Optional.empty();
    this.digits = IdxDigits.open(Path.of(files[0]), Path.of(files[1]), writers);
    this.images = files[0];
    this.inputSplit = split;
    this.next = 0;
  }

  @Override
  public void initialize(Configuration conf, InputSplit split) {
    setConf(conf);
    initialize(split);
  }

  /**
   * All digits at once, for random access.
   *
   * @throws IllegalStateException before {@link #initialize}
   */
  public IdxDigits digits() {
    if (digits == null) {
      throw new IllegalStateException("initialize the record reader first");
    }
    return digits;
  }

  @Override
  public boolean hasNext() {
    return next < digits().size();
  }

  @Override
  public List<Writable> next() {
    List<Writable> record = nextRecord().getRecord();
    invokeListeners(record);
    return record;
  }

  @Override
  public Record nextRecord() {
    if (!hasNext()) {
      throw new NoSuchElementException("all %d records are read".formatted(digits.size()));
    }
    return recordOf(next++);
  }

  @Override
  public boolean batchesSupported() {
    return true;
  }

  @Override
  public List<List<Writable>> next(int most) {
    List<List<Writable>> records = new ArrayList<>();
    while (records.size() < most && hasNext()) {
      records.add(next());
    }
    return records;
  }

  @Override
  public List<String> getLabels() {
    return IntStream.range(0, 10).mapToObj(String::valueOf).toList();
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** Not possible: a digit lies in two or three files. */
  @Override
  public List<Writable> record(URI uri, DataInputStream stream) {
    throw new UnsupportedOperationException("a digit lies in several files: give a split of them");
  }

  @Override
  public Record loadFromMetaData(RecordMetaData metaData) {
    return recordOf(Math.toIntExact(((RecordMetaDataIndex) metaData).getIndex()));
  }

  @Override
  public List<Record> loadFromMetaData(List<RecordMetaData> metaDatas) {
    return metaDatas.stream().map(this::loadFromMetaData).toList();
  }

  @Override
  public void setConf(Configuration conf) {
    this.configuration = conf;
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public void close() {
    next = digits == null ? 0 : digits.size();
  }

  private Record recordOf(int row) {
    List<Writable> record = new ArrayList<>();
    record.add(new NDArrayWritable(image(row)));
    record.add(new IntWritable(digits().classes()[row]));
    digits
        .writers()
        .ifPresent(
            writers -> {
              record.add(new IntWritable(writers.number(row)));
              record.add(new Text(writers.population(row)));
              record.add(new Text(writers.writer(row)));
            });
    return new org.datavec.api.records.impl.Record(
        record, new RecordMetaDataIndex(row, images, IdxRecordReader.class));
  }

  private INDArray image(int row) {
    INDArray image = Nd4j.create(DataType.FLOAT, 1, 1, digits.height(), digits.width());
    int first = row * digits.height() * digits.width();
    ArrayFill.fill(
        image,
        1,
        new long[] {1, digits.height(), digits.width()},
        (position, values) -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (digits.pixels().get(first + i) & 0xff) / 255.0;
          }
        });
    return image;
  }
}
