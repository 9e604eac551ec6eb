package org.pawprint.service;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The addresses under which the outside world reaches the two public services; every URL in an
 * answer begins with one of them.
 *
 * @param ssa of ssa-api, without a trailing slash
 * @param datalink of datalink-service, likewise
 */
@ConfigurationProperties("pawprint.public-base")
public record PublicBase(URI ssa, URI datalink) {}
