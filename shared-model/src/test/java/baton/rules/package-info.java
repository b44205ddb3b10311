/// Tests of `baton.rules`: behaviour by name, rules against brute force.
@NullMarked
package baton.rules;

import org.jspecify.annotations.NullMarked;
