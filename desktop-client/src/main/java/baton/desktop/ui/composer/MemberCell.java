package baton.desktop.ui.composer;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.ConversationNames;
import baton.model.Member;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// A member whom `@` may mean: the handle stands beside the name, since names may be alike.
final class MemberCell extends ListCell<Member> {
    private final Avatar avatar = new Avatar(false);
    private final Label name = new Label();
    private final Label handle = new Label();
    private final HBox row = new HBox(8, avatar, name, handle);

    MemberCell() {
        name.getStyleClass().addAll("small", "strong");
        handle.getStyleClass().addAll("caption", "quiet");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Member member, boolean empty) {
        super.updateItem(member, empty);
        if (empty || member == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String shown = ConversationNames.nameOf(member);
        avatar.show(member.account().handle(), shown);
        name.setText(shown);
        handle.setText("@" + member.account().handle());
        setAccessibleText(shown);
        setGraphic(row);
    }
}
