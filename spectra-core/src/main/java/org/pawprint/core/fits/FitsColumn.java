package org.pawprint.core.fits;

/**
 * One column of a table.
 *
 * @param name TTYPE, empty when the file gives none
 * @param unit TUNIT, empty when the file gives none
 * @param type letter of TFORM: L X B I J K A E D C M, or P or Q with {@code elementType}; in an
 *     ASCII table A I F E D
 * @param elementType type of the elements: as {@code type}, or that of a variable-length array
 * @param repeat elements in a cell; characters of a text
 * @param width bytes in a row
 * @param offset of its first byte in a row
 */
public record FitsColumn(
    String name, String unit, char type, char elementType, int repeat, int width, int offset) {}
