package org.pawprint.standalone.simulate;

/**
 * The numbers of a frame. Images are in counts and counts², row by row in slit order, NaN where
 * there are none.
 *
 * @param flux sky subtracted
 * @param variance same shape
 * @param sky mean sky of the frame, one row
 * @param telluric correction the flux was multiplied by, one row
 * @param throughput relative, one per fibre
 * @param medianSnr of the programme spectra's mean signal to noise per pixel
 */
record FrameImage(
    float[] flux,
    float[] variance,
    float[] sky,
    float[] telluric,
    float[] throughput,
    double medianSnr) {}
