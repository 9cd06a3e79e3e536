package org.twinprop.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinprop.data.BadInput;
import org.twinprop.data.Sha256;
import org.twinprop.data.download.Transfer.Refused;
import org.twinprop.data.idx.UnpackedFile;

/** Fetches one file: address after address, some attempts each, until its content is right. */
final class FileDownload {
  /** An attempt that brings at least this is not counted: the network is bad but works. */
  private static final long PROGRESS_BYTES = 1 << 16;

  private final Patience patience;
  private final Transfer transfer;
  private final ProgressListener listener;

  FileDownload(Patience patience, ProgressListener listener) {
    this.patience = patience;
    this.transfer = new Transfer(patience);
    this.listener = listener;
  }

  /**
   * @throws BadInput if no address has the file
   */
  void get(RemoteFile file, Path folder) {
    Path target = folder.resolve(file.name());
    Path part = folder.resolve(file.name() + ".part");
    if (isRight(file, target)) {
      listener.alreadyThere(file.name());
      return;
    }
    List<String> failures = new ArrayList<>();
    if (!isRight(file, part)
        && file.addresses().stream().noneMatch(address -> fetch(file, address, part, failures))) {
      throw new BadInput(
          "%s cannot be fetched: %s; check the network (a proxy is set with JAVA_TOOL_OPTIONS=-Dhttps.proxyHost=HOST), or copy the file into %s"
              .formatted(file.name(), String.join("; ", failures), folder));
    }
    moveIntoPlace(part, target);
    listener.finished(file.name());
  }

  /**
   * Why an attempt failed.
   *
   * @param reason a phrase that follows the name of the host
   * @param hopeless whether another attempt at this address would end in the same way
   */
  private record Failure(String reason, boolean hopeless) {}

  /** True when the part is whole and right; otherwise the last reason is noted. */
  private boolean fetch(RemoteFile file, URI address, Path part, List<String> failures) {
    int futile = 0;
    while (true) {
      long before = sizeOf(part);
      Optional<Failure> failure = attempt(file, address, part);
      if (failure.isEmpty()) {
        return true;
      }
      String reason = failure.get().reason();
      listener.failed(file.name(), address, reason);
      futile = sizeOf(part) - before >= PROGRESS_BYTES ? 0 : futile + 1;
      if (failure.get().hopeless() || futile >= patience.attempts()) {
        failures.add(address.getHost() + " " + reason);
        return false;
      }
      pause();
    }
  }

  private Optional<Failure> attempt(RemoteFile file, URI address, Path part) {
    boolean fromStart = sizeOf(part) == 0;
    try {
      transfer.fetch(
          address, part, (received, total) -> listener.received(file.name(), received, total));
      if (isRight(file, part)) {
        return Optional.empty();
      }
      Files.delete(part);
      return Optional.of(new Failure("has other content than expected", fromStart));
    } catch (IOException e) {
      return Optional.of(new Failure(phrase(e), e instanceof Refused));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean isRight(RemoteFile file, Path path) {
    if (!Files.exists(path)) {
      return false;
    }
    try (InputStream content = UnpackedFile.of(path).stream()) {
      return Sha256.of(content).equals(file.contentSha256());
    } catch (IOException e) {
      return false;
    }
  }

  private static long sizeOf(Path part) {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void moveIntoPlace(Path part, Path target) {
    try {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInput("cannot write %s (%s)".formatted(target, e.getMessage()), e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(patience.pause().toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static UncheckedIOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    InterruptedIOException interrupted = new InterruptedIOException("the download was interrupted");
    interrupted.initCause(e);
    return new UncheckedIOException(interrupted);
  }

  private static String phrase(IOException e) {
    if (e instanceof ConnectException) {
      return "cannot be reached";
    }
    if (e instanceof HttpTimeoutException) {
      return "does not answer";
    }
    return String.valueOf(e.getMessage());
  }
}
