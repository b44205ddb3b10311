/// The port to the accounts' feeds, and the announcer that tells every member of a conversation
/// what was appended to it. Writers may be any thread; the announcer has one of its own. Knows no
/// Redis and no session.
@NullMarked
package baton.relay.feed;

import org.jspecify.annotations.NullMarked;
