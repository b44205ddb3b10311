/// Tests of the documents: what a page says about the code is looked up in the code. Nothing here
/// starts a program; the sources are only parsed.
@NullMarked
package baton.docs;

import org.jspecify.annotations.NullMarked;
