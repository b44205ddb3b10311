/// Tests of the socket and the requests against a peer that says whatever a test wants.
@NullMarked
package baton.desktop.net;

import org.jspecify.annotations.NullMarked;
