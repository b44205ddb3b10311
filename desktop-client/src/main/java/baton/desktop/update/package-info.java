/// Newer versions of the program: what announces them, how they are compared, and how a package
/// comes here whole. Blocks; on no thread of its own. Knows the web and files, and neither store,
/// sync nor ui.
@NullMarked
package baton.desktop.update;

import org.jspecify.annotations.NullMarked;
