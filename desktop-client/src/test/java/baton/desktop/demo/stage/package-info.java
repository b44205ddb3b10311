/// Tests of `baton.desktop.demo.stage`.
@NullMarked
package baton.desktop.demo.stage;

import org.jspecify.annotations.NullMarked;
