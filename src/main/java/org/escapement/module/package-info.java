/** Modules: what a configuration loads and sets, and their start-up. */
@NullMarked
package org.escapement.module;

import org.jspecify.annotations.NullMarked;
