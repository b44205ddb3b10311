/// Tests of `baton.protocol`: behaviour by name, rules against brute force.
@NullMarked
package baton.protocol;

import org.jspecify.annotations.NullMarked;
