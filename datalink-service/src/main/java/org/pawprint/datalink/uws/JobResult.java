package org.pawprint.datalink.uws;

/**
 * A file that a job made.
 *
 * @param id last part of its address
 * @param fileName offered for saving, empty for what is shown
 */
@SuppressWarnings("ArrayRecordComponent") // carried from job to client, never compared
public record JobResult(String id, String mediaType, String fileName, byte[] bytes) {}
