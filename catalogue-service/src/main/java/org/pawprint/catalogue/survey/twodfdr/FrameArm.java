package org.pawprint.catalogue.survey.twodfdr;

/**
 * Which part of the spectrum a frame holds.
 *
 * @param name of the spectrograph's arm, e.g. {@code blue}; part of the names of spectra, so that
 *     it stays the same for ever
 * @param band as {@code band_name} of the catalogue has it
 */
public record FrameArm(String name, String band) {}
