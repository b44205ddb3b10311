/// Conversations as files that need no Baton: JSON lines for programs, HTML for people. Streams
/// from a `StoreReader` to the disk in pages; knows no nodes and no toolkit, so that the command
/// line can use it too. Any thread, but one at a time for each export; blocks on the disk.
@NullMarked
package baton.desktop.ui.export;

import org.jspecify.annotations.NullMarked;
