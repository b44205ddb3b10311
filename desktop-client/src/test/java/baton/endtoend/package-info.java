/// Whole devices against a whole relay, each in its own process where a test kills it, and the
/// checker that compares what senders wrote down with what devices hold.
@NullMarked
package baton.endtoend;

import org.jspecify.annotations.NullMarked;
