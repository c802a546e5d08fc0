package io.plimsoll.jobs.readback;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** How one kind of line is read. */
@FunctionalInterface
public interface LineForm<T> {

  /** Reads the object whose opening brace the parser stands at, to its closing brace. */
  T read(JsonParser json) throws IOException;
}
