/// The key that a relay speaks TLS with: made at the first start, or given by whoever runs it. The
/// only package that sees Bouncy Castle. Blocks on the disk; any thread.
@NullMarked
package baton.relay.tls;

import org.jspecify.annotations.NullMarked;
