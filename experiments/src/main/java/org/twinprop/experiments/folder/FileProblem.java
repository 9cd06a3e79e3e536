package org.twinprop.experiments.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words instead of the name of an exception. */
public final class FileProblem {
  private FileProblem() {}

  /** The operating system's reason, or what the kind of the exception means. */
  public static String reason(IOException exception) {
    if (exception instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    if (exception instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (exception instanceof NoSuchFileException) {
      return "the operating system knows no such place";
    }
    if (exception instanceof FileAlreadyExistsException) {
      return "it exists already";
    }
    if (exception instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (exception instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    return exception instanceof FileSystemException || exception.getMessage() == null
        ? "the operating system gives no reason"
        : exception.getMessage();
  }
}
