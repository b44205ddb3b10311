/// Every state in which a crash can leave a device's store, rebuilt from a recording of its system
/// calls and opened with the product's own store.
@NullMarked
package baton.trials.crash;

import org.jspecify.annotations.NullMarked;
