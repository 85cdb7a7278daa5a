/** SIP user agents for tests: they call, answer, and tell what they saw. */
package org.escapement.it.sip;
