/**
 * What the paths of this service share: faults as text, downloads with ranges and entity tags.
 * Knows neither catalogue nor stores.
 */
@NullMarked
package org.pawprint.datalink.http;

import org.jspecify.annotations.NullMarked;
