package org.pawprint.catalogue.survey;

/**
 * What an operator or astronomer wants to know of a loader, in a few words each; the table in
 * docs/adding-a-survey.md is made of these.
 *
 * @param reads the files it is for
 * @param identifiedBy what in a file's content makes it one of these
 * @param medium of the wavelengths: air, vacuum, or what decides
 * @param frame velocity frame of the wavelengths
 * @param errors how the file states errors
 * @param source where the layout is documented, or what the facts were read from
 */
public record LoaderFacts(
    String reads, String identifiedBy, String medium, String frame, String errors, String source) {}
