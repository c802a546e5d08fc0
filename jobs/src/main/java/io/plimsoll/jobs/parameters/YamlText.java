package io.plimsoll.jobs.parameters;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** From a file to nodes that know their line, every scalar being the text written. */
final class YamlText {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private YamlText() {}

  static String read(Path path) {
    String file = path.toString();
    try {
      byte[] bytes = Files.readAllBytes(path);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw Place.refuseFile(file, "cannot be read: there is no such file");
    } catch (AccessDeniedException e) {
      throw Place.refuseFile(file, "cannot be read: permission denied");
    } catch (CharacterCodingException e) {
      throw Place.refuseFile(file, "cannot be read: it is not UTF-8");
    } catch (IOException e) {
      throw Place.refuseFile(file, "cannot be read: " + e.getMessage());
    }
  }

  /** The top node, or nothing when there is only white space and comments. */
  static Optional<Node> compose(String file, String text) {
    String yaml = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new FailsafeSchema())
            // The file is the operator's own, and an alias is never expanded into a copy.
            .setCodePointLimit(Integer.MAX_VALUE)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            // So that such a key is refused in our words, with its path.
            .setAllowNonScalarKeys(true)
            .build();
    try {
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
      throw refuse(file, line, e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) yaml.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw refuse(file, line, String.format("the character U+%04X", e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw refuse(file, 1, e.getMessage());
    } catch (StackOverflowError e) {
      throw refuse(file, 1, "nested too deeply");
    }
  }

  private static ParameterFileException refuse(String file, int line, String problem) {
    return Place.refuseFile(file + ":" + line, "this is not YAML: " + problem);
  }
}
