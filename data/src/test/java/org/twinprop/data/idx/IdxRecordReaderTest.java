package org.twinprop.data.idx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.datavec.api.records.Record;
import org.datavec.api.records.listener.RecordListener;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.writer.RecordWriter;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.twinprop.data.DigitExamples;
import org.twinprop.data.RawIdx;
import org.twinprop.data.RealData;

class IdxRecordReaderTest {
  @Test
  void aRecordHoldsImageClassWriterAndPopulation() throws IOException {
    IdxRecordReader reader = testDigits();
    byte[] raw = RawIdx.unpack(RealData.mnist().resolve("t10k-images-idx3-ubyte.gz"));
    List<Writable> first = reader.next();

    INDArray image = ((NDArrayWritable) first.get(0)).get();
    assertArrayEquals(new long[] {1, 1, 28, 28}, image.shape());
    for (int i = 0; i < 784; i++) {
      assertEquals((raw[16 + i] & 0xff) / 255f, image.getFloat(0, 0, i / 28, i % 28));
    }
    assertEquals(7, first.get(1).toInt());
    assertTrue(
        first.get(4).toString().endsWith("-f%04d".formatted(first.get(2).toInt())),
        first.toString());
    assertEquals("high-school students", first.get(3).toString());
    assertTrue(first.get(4).toString().startsWith("hsf4-"), first.toString());
  }

  @Test
  void recordsAndExamplesAreTheSameDigits() {
    IdxRecordReader reader = testDigits();
    DigitExamples examples = DigitExamples.from("test digits", reader);
    int row = 0;
    for (; reader.hasNext(); row++) {
      List<Writable> record = reader.next();
      byte[] pixels = examples.image(row);
      INDArray image = ((NDArrayWritable) record.get(0)).get();
      assertEquals(
          (pixels[row % 784] & 0xff) / 255f, image.getFloat(0, 0, row % 784 / 28, row % 784 % 28));
      assertEquals(examples.classOf(row), record.get(1).toInt());
      assertEquals(examples.group("population", row), record.get(3).toString());
      assertEquals(examples.group("writer", row), record.get(4).toString());
      image.close();
    }
    assertEquals(10_000, row);
    assertThrows(NoSuchElementException.class, reader::next);
  }

  @Test
  void aReaderCanBeResetAndFindsRecordsAgainByTheirMetadata() throws IOException {
    IdxRecordReader reader = testDigits();
    reader.next();
    Record second = reader.nextRecord();
    reader.reset();
    reader.next();
    assertEquals(second.getRecord(), reader.next());
    assertEquals(second.getRecord(), reader.loadFromMetaData(second.getMetaData()).getRecord());
    assertEquals(List.of(second), reader.loadFromMetaData(List.of(second.getMetaData())));
  }

  @Test
  void recordsComeInBatchesAndListenersHearOfEach() {
    IdxRecordReader reader = testDigits();
    Counter counter = new Counter();
    reader.setListeners(counter);
    List<Integer> sizes = new ArrayList<>();
    while (reader.hasNext()) {
      sizes.add(reader.next(4_000).size());
    }
    assertEquals(List.of(4_000, 4_000, 2_000), sizes);
    assertEquals(10_000, counter.heard);
  }

  @Test
  void withoutWritersARecordEndsAfterTheClass(@TempDir Path folder) throws IOException {
    Path images = Files.write(folder.resolve("images"), RawIdx.images(2, 3, 4));
    Path labels = Files.write(folder.resolve("labels"), RawIdx.labels(8, 9));
    IdxRecordReader reader = new IdxRecordReader();
    reader.initialize(IdxRecordReader.split(images, labels, Optional.empty()));
    assertEquals(2, reader.next().size());
    assertEquals(9, reader.next().get(1).toInt());
    assertFalse(reader.hasNext());
  }

  @Test
  void aReaderThatWasNotInitializedSaysSo() {
    IdxRecordReader reader = new IdxRecordReader();
    assertEquals(
        "initialize the record reader first",
        assertThrows(IllegalStateException.class, reader::next).getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> reader.initialize(new CollectionInputSplit(List.of())));
  }

  /** DataVec asks that record readers are serializable; a copy starts anew with its own split. */
  @Test
  void aSerializedReaderCanBeInitializedAgain() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new IdxRecordReader());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RecordReader copy = (RecordReader) in.readObject();
      copy.initialize(testSplit());
      assertTrue(copy.hasNext());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static IdxRecordReader testDigits() {
    IdxRecordReader reader = new IdxRecordReader();
    reader.initialize(testSplit());
    return reader;
  }

  private static org.datavec.api.split.InputSplit testSplit() {
    Path folder = RealData.mnist();
    return IdxRecordReader.split(
        folder.resolve("t10k-images-idx3-ubyte.gz"),
        folder.resolve("t10k-labels-idx1-ubyte.gz"),
        Optional.of(folder.resolve("qmnist-test-labels-idx2-int.gz")));
  }

  private static final class Counter implements RecordListener {
    private int heard;

    @Override
    public boolean invoked() {
      return heard > 0;
    }

    @Override
    public void invoke() {}

    @Override
    public void recordRead(RecordReader reader, Object record) {
      heard++;
    }

    @Override
    public void recordWrite(RecordWriter writer, Object record) {}
  }
}
