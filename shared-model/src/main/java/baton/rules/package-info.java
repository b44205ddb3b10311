/// The rules that both sides of the protocol must agree on, as pure static functions over
/// `baton.model`: unread, merge of registers, log digest, what may be sent. The relay and the
/// client call these same classes, and the scripts of the relay are tested against them.
@NullMarked
package baton.rules;

import org.jspecify.annotations.NullMarked;
