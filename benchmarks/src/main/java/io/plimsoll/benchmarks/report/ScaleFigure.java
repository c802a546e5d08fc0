package io.plimsoll.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Judgements and time of a tick against the number of accounts, both axes logarithmic, as a PNG:
 * transparent, in colours that stand out from white and from black.
 */
public final class ScaleFigure {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 280;
  private static final int SCALE = 2; // for screens of many dots
  private static final Color INK = new Color(0x80, 0x88, 0x90);
  private static final Color GRID = new Color(0x80, 0x88, 0x90, 0x40);
  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final Color[] SERIES = {
    new Color(0x1f, 0x8a, 0xd8), new Color(0xe0, 0x7b, 0x1a), new Color(0x2f, 0xa3, 0x5a),
    new Color(0xc0, 0x50, 0xb0), new Color(0xd0, 0x4a, 0x4a), new Color(0x8f, 0x7a, 0x20)
  };

  private ScaleFigure() {}

  /** Writes the figure. */
  public static void write(List<EngineFigures> runs, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(2 * WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    chart("judgements a tick", runs, EngineFigures::judgementsPerTick)
        .paint(graphics, WIDTH, HEIGHT);
    graphics.translate(WIDTH, 0);
    chart("microseconds a tick", runs, EngineFigures::microsPerTick).paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private static XYChart chart(
      String title, List<EngineFigures> runs, ToDoubleFunction<EngineFigures> figure) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("accounts")
            .build();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    chart
        .getStyler()
        .setXAxisLogarithmic(true)
        .setYAxisLogarithmic(true)
        .setAxisTickMarksColor(INK)
        .setPlotGridLinesColor(GRID)
        .setXAxisTickLabelsColor(INK)
        .setYAxisTickLabelsColor(INK)
        .setAxisTickLabelsFont(font)
        .setAxisTitleFont(font)
        .setXAxisTitleColor(INK)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendFont(font)
        .setLegendBackgroundColor(CLEAR)
        .setLegendBorderColor(CLEAR)
        .setChartBackgroundColor(CLEAR)
        .setChartFontColor(INK)
        .setChartTitleFont(font.deriveFont(Font.BOLD))
        .setPlotBackgroundColor(CLEAR)
        .setPlotBorderColor(GRID)
        .setSeriesColors(SERIES);
    Map<String, List<EngineFigures>> byEngine = new LinkedHashMap<>();
    runs.forEach(r -> byEngine.computeIfAbsent(r.run().engine(), e -> new ArrayList<>()).add(r));
    byEngine.forEach(
        (engine, ofOne) ->
            chart
                .addSeries(
                    engine,
                    ofOne.stream().mapToDouble(EngineFigures::accounts).toArray(),
                    ofOne.stream()
                        .mapToDouble(r -> Math.max(figure.applyAsDouble(r), 1e-3))
                        .toArray())
                .setMarker(SeriesMarkers.CIRCLE)
                .setLineStyle(new BasicStroke(2)));
    return chart;
  }
}
