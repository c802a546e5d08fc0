package io.plimsoll.jobs.files;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Parquet's codecs without Hadoop's: parquet-hadoop's own factory needs a Hadoop at run time. */
final class Decompressors implements CompressionCodecFactory {

  /** What is read; of the rest, only Brotli is seen now and then. */
  static final Set<CompressionCodecName> READ =
      Collections.unmodifiableSet(
          EnumSet.of(
              CompressionCodecName.UNCOMPRESSED,
              CompressionCodecName.GZIP,
              CompressionCodecName.SNAPPY,
              CompressionCodecName.ZSTD,
              CompressionCodecName.LZ4_RAW));

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Bytes((input, size) -> input);
      case GZIP -> new Bytes(Decompressors::gunzip);
      case SNAPPY -> new Bytes(by(new SnappyDecompressor()));
      case ZSTD -> new Bytes(by(new ZstdDecompressor()));
      case LZ4_RAW -> new Bytes(by(new Lz4Decompressor()));
      default -> throw new UnsupportedOperationException("no decompressor for " + codec);
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("Parquet is read here, not written");
  }

  @Override
  public void release() {}

  private static Inflater by(Decompressor codec) {
    return (input, size) -> {
      byte[] output = new byte[size];
      int written = codec.decompress(input, 0, input.length, output, 0, size);
      if (written != size) {
        throw new EOFException("a page of " + written + " bytes instead of " + size);
      }
      return output;
    };
  }

  private static byte[] gunzip(byte[] input, int size) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(input))) {
      byte[] output = in.readNBytes(size);
      if (output.length != size) {
        throw new EOFException("a page of " + output.length + " bytes instead of " + size);
      }
      return output;
    }
  }

  @FunctionalInterface
  private interface Inflater {
    byte[] inflate(byte[] input, int size) throws IOException;
  }

  /** Whole pages as arrays: they are small, and the codecs work on arrays. */
  private record Bytes(Inflater inflater) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput input, int size) throws IOException {
      return BytesInput.from(inflater.inflate(input.toInputStream().readAllBytes(), size));
    }

    @Override
    public void decompress(ByteBuffer input, int compressed, ByteBuffer output, int size)
        throws IOException {
      byte[] bytes = new byte[compressed];
      input.get(bytes);
      output.put(inflater.inflate(bytes, size));
    }

    @Override
    public void release() {}
  }
}
