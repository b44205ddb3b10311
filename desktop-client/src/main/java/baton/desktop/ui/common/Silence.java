package baton.desktop.ui.common;

import baton.desktop.store.ConversationRow;
import baton.model.ConversationId;
import baton.model.SettingNames;
import java.time.Duration;
import java.time.Instant;

/// Which conversations are silent: for the whole account, or on this device alone. A silent one
/// still counts its messages, quietly. FX thread.
public final class Silence {
    private final UiContext context;

    public Silence(UiContext context) {
        this.context = context;
    }

    /// For how long.
    public enum Span {
        HOUR,
        WORKDAY,
        TOMORROW,
        ALWAYS
    }

    public boolean isSilent(ConversationRow row) {
        return isSilentEverywhere(row) || isSilentHere(row.id());
    }

    public boolean isSilentEverywhere(ConversationRow row) {
        return row.flags().isMutedAt(context.times().now());
    }

    public boolean isSilentHere(ConversationId id) {
        return context.machine().settings().get(LocalSettings.MUTED + id).equals(SettingNames.ON);
    }

    /// On all devices of the account.
    public void silence(ConversationId id, Span span) {
        Instant now = context.times().now();
        String until =
                switch (span) {
                    case HOUR -> millis(now.plus(Duration.ofHours(1)));
                    case WORKDAY -> millis(now.plus(Duration.ofHours(8)));
                    case TOMORROW -> millis(context.times().tomorrowMorning());
                    case ALWAYS -> SettingNames.ALWAYS;
                };
        context.intents().set(SettingNames.MUTED, id.value(), until);
    }

    public void end(ConversationId id) {
        context.intents().set(SettingNames.MUTED, id.value(), "");
    }

    public void silenceHere(ConversationId id, boolean on) {
        context.machine().settings().set(LocalSettings.MUTED + id, on ? SettingNames.ON : "");
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
