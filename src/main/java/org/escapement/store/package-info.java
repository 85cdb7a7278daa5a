/** State that outlives the application, in a database. */
@NullMarked
package org.escapement.store;

import org.jspecify.annotations.NullMarked;
