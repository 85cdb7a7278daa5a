/**
 * Tests in a server: routes and timers of a deployed application, and calls of real user agents.
 */
package org.escapement.it;
