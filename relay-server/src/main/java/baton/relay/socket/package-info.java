/// WebSocket and HTTP on one port. Selector threads only decode and hand over; whatever blocks runs
/// elsewhere: token checks on the gate's threads, requests and writers on virtual ones. The only
/// package that sees Tyrus, Grizzly and `jakarta.websocket`; it knows sessions and accounts,
/// nothing behind them.
@NullMarked
package baton.relay.socket;

import org.jspecify.annotations.NullMarked;
