/// Accounts and the devices signed in to them: names, passwords, tokens. Callers block on the store
/// and, for passwords, on a bounded number of hashes. Knows no session and no socket.
@NullMarked
package baton.relay.account;

import org.jspecify.annotations.NullMarked;
