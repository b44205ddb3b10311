/// Tests of `baton.model`: behaviour by name, rules against brute force.
@NullMarked
package baton.model;

import org.jspecify.annotations.NullMarked;
