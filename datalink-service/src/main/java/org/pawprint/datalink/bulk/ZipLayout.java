package org.pawprint.datalink.bulk;

import java.util.OptionalLong;

/**
 * How long a zip from {@link ZipPacker} is, before any of it is made: stored files, each with a
 * header in front and an entry in the directory behind them all (PKWARE APPNOTE 6.3, 4.3.6).
 */
final class ZipLayout {
  private static final int LOCAL_HEADER = 30;
  private static final int DIRECTORY_ENTRY = 46;
  private static final int END_OF_DIRECTORY = 22;

  /** From here on a zip has the records of zip64 besides. */
  private static final long TOO_LONG = 0xFFFF_FFFFL;

  private static final int TOO_MANY = 0xFFFF;

  private long length = END_OF_DIRECTORY;
  private int files;

  /**
   * @param name ASCII
   * @param bytes of its content
   */
  void add(String name, long bytes) {
    files++;
    length += LOCAL_HEADER + DIRECTORY_ENTRY + 2L * name.length() + bytes;
  }

  /** Empty for a zip of 4 GiB or of 65,535 files and more. */
  OptionalLong length() {
    return length < TOO_LONG && files < TOO_MANY ? OptionalLong.of(length) : OptionalLong.empty();
  }
}
