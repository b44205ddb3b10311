/// What people mean by the marks in a message: emphasis, code, links, lists, quotes. Pure: from
/// text to records that a view draws, on any thread. The only package that knows commonmark-java.
@NullMarked
package baton.desktop.ui.common.markup;

import org.jspecify.annotations.NullMarked;
