/** The console's server side: the live stream that its page is drawn from. */
@NullMarked
package org.escapement.console;

import org.jspecify.annotations.NullMarked;
