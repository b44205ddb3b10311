package baton.desktop.ui.common.markup;

import java.util.List;

/// A part of a message that stands on lines of its own.
public sealed interface Block {

    /// Lines as they were typed, without the marks that were understood.
    record Words(List<Span> spans) implements Block {
        public Words {
            spans = List.copyOf(spans);
        }
    }

    /// Lines between fences.
    ///
    /// @param language what stands behind the first fence; often empty
    record Code(String language, String text) implements Block {}

    /// Lines behind `>`.
    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    record Items(List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param mark a bullet, or the number as it was typed
    record Item(String mark, List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }
}
