package org.twinprop.experiments.folder;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.twinprop.data.BadInput;

/**
 * {@code log.txt}: everything from INFO on that is logged while it is open, ND4J's and DL4J's lines
 * too, as far as the levels of their loggers let it pass.
 */
final class RunLog implements AutoCloseable {
  private final Logger root;
  private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

  /**
   * @throws BadInput if the file cannot be written
   */
  RunLog(Path file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%date{ISO8601} %-5level %logger{0}: %message%n%exception");
    encoder.start();
    ThresholdFilter information = new ThresholdFilter();
    information.setLevel("INFO");
    information.start();
    appender.setContext(context);
    appender.setName(file.toString());
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.addFilter(information);
    appender.start();
    if (!appender.isStarted()) {
      throw new BadInput(file + ": cannot be written; choose another folder with --out");
    }
    root.addAppender(appender);
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    appender.stop();
  }
}
