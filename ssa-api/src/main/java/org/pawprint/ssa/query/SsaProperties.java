package org.pawprint.ssa.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and words of the search service.
 *
 * @param publisher name of the archive, as {@code ssa:Curation.Publisher} gives it
 * @param defaultMaxRec rows in an answer when MAXREC is not given
 * @param maxRec most rows in an answer, whatever MAXREC says
 * @param defaultSizeDeg diameter of the cone in degree when SIZE is not given
 * @param errorStatus HTTP status of answers that report a user's fault, 200 or 4xx
 * @param timeLimit the longest a search may take, its reading by the client included
 * @param longAnswers of more than 2 MB that are read at once; fewer than the pool has connections
 */
@Validated
@ConfigurationProperties("pawprint.ssa")
public record SsaProperties(
    @NotBlank String publisher,
    @Positive int defaultMaxRec,
    @Positive int maxRec,
    @Positive @Max(360) double defaultSizeDeg,
    @Min(200) @Max(499) int errorStatus,
    Duration timeLimit,
    @Positive int longAnswers) {}
