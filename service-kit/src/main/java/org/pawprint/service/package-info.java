/**
 * What the four services have in common: which auto-configurations they use, how they start, and
 * who may operate them. Knows no service and no broker.
 */
@NullMarked
package org.pawprint.service;

import org.jspecify.annotations.NullMarked;
