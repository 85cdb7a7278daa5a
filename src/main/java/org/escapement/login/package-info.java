/**
 * Who may log in: users with their roles, hashed passwords, and what stops guessing. Java SE only.
 */
@NullMarked
package org.escapement.login;

import org.jspecify.annotations.NullMarked;
