package io.plimsoll.jobs.series;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.plimsoll.risk.parameters.ForecastRules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The forms in which the page is told its data: short, and harmless inside a script element. */
public final class SeriesJson {

  /** A picture shows no more of a number; what is told as a figure is told in full. */
  private static final MathContext DIGITS = new MathContext(6);

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private SeriesJson() {}

  /** A generator whose text may stand in a script element, and in one line. */
  public static JsonGenerator generator(Writer out) throws IOException {
    return harmless(JSON.createGenerator(out));
  }

  /** The same in UTF-8. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return harmless(JSON.createGenerator(out));
  }

  private static JsonGenerator harmless(JsonGenerator json) {
    json.setCharacterEscapes(new InScript());
    return json;
  }

  /** A number of a picture; null where there is none. */
  public static void number(JsonGenerator json, double value) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(new BigDecimal(value).round(DIGITS).doubleValue());
    }
  }

  /** From when on a series is told anew: what was told of later times before is void. */
  static void since(JsonGenerator json, long instant) throws IOException {
    json.writeNumberField("since", instant);
  }

  /** The object band: the moves that the model's stress takes (§9). */
  public static void band(JsonGenerator json, ForecastRules rules) throws IOException {
    json.writeObjectFieldStart("band");
    json.writeNumberField("deviations", rules.stressDeviations());
    json.writeNumberField("horizonMs", rules.horizonMs());
    json.writeEndObject();
  }

  /** Numbers of a picture under a name. */
  public static void numbers(JsonGenerator json, String name, double[] values) throws IOException {
    json.writeArrayFieldStart(name);
    numbers(json, values);
    json.writeEndArray();
  }

  static void numbers(JsonGenerator json, double[] values) throws IOException {
    for (double value : values) {
      number(json, value);
    }
  }

  /** Whole numbers under a name. */
  public static void counts(JsonGenerator json, String name, long[] values) throws IOException {
    json.writeFieldName(name);
    json.writeArray(values, 0, values.length);
  }

  /** The same of a list. */
  public static void doubles(JsonGenerator json, String name, List<Double> values)
      throws IOException {
    numbers(json, name, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Nothing that a name says may end the element that it stands in. */
  private static final class InScript extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final SerializedString LESS = new SerializedString("\\u003c");

    private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

    InScript() {
      escapes['<'] = CharacterEscapes.ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return character == '<' ? LESS : null;
    }
  }
}
