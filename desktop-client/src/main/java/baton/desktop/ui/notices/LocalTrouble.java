package baton.desktop.ui.notices;

import baton.model.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What can go wrong on this side of the connection. Together with [Refusal] these are all codes
/// that a person can meet; each is a heading in `docs/errors.md`.
public enum LocalTrouble {
    RELAY_UNREACHABLE("relay-unreachable"),
    /// A proxy stands in between, and it or the relay behind it does not answer.
    PROXY_UNREACHABLE("proxy-unreachable"),
    RELAY_ADDRESS_MALFORMED("relay-address-malformed"),
    /// Something answers at the address, and it is no relay.
    NOT_A_RELAY("not-a-relay"),
    DISK_FULL("disk-full"),
    STORE_DAMAGED("store-damaged"),
    STORE_FAILED("store-failed"),
    /// The profile was written by a newer version.
    STORE_TOO_NEW("store-too-new"),
    /// The file was damaged and another one took its place, with what could be read of it.
    STORE_SALVAGED("store-salvaged"),
    PROFILE_IN_USE("profile-in-use"),
    PROFILE_NAME_MALFORMED("profile-name-malformed"),
    PROFILE_UNWRITABLE("profile-unwritable"),
    /// Somebody else's messages are in this profile.
    PROFILE_OF_ANOTHER_ACCOUNT("profile-of-another-account"),
    /// Its certificate is not one that this computer trusts.
    RELAY_NOT_TRUSTED("relay-not-trusted"),
    /// It does not show the key that this device knows it by.
    RELAY_KEY_CHANGED("relay-key-changed"),
    /// The device that wrote it is no more, and nobody knows whether it went out.
    FATE_UNKNOWN("fate-unknown"),
    /// Given up after a day.
    NOT_SENT_IN_TIME("not-sent-in-time"),
    /// Relay and device hold different logs of one conversation.
    LOG_MISMATCH("log-mismatch"),
    /// The relay's store lost a group of which nobody holds the beginning.
    GROUP_LOST("group-lost"),
    AUDIT_MISMATCH("audit-mismatch"),
    /// A register came with numbers that cannot be true.
    IMPOSSIBLE_NUMBER("impossible-number"),
    PASTE_TOO_LONG("paste-too-long"),
    /// A file or an image was dropped or pasted.
    NO_ATTACHMENTS("no-attachments"),
    /// Files of these names are in the folder.
    EXPORT_EXISTS("export-exists"),
    /// The folder cannot be written, or is full.
    EXPORT_FAILED("export-failed"),
    /// Nobody ever signed in to it.
    PROFILE_EMPTY("profile-empty"),
    /// The file does not begin as a backup does.
    BACKUP_NOT_ONE("backup-not-one"),
    /// A newer version wrote it.
    BACKUP_TOO_NEW("backup-too-new"),
    BACKUP_PASSPHRASE_WRONG("backup-passphrase-wrong"),
    BACKUP_PASSPHRASE_SHORT("backup-passphrase-short"),
    /// The passphrase fits, and something is missing or altered.
    BACKUP_DAMAGED("backup-damaged"),
    BACKUP_EXISTS("backup-exists"),
    BACKUP_FAILED("backup-failed"),
    /// The relay or the windows of the people made up for looking around.
    EXAMPLE_FAILED("example-failed"),
    /// Somebody is signed in already where a link was opened.
    LINK_UNUSED("link-unused"),
    /// The relay on this computer does not start, for a reason that its log says.
    OWN_RELAY_FAILED("own-relay-failed"),
    /// Another relay is on its folder.
    OWN_RELAY_IN_USE("own-relay-in-use"),
    /// Its disk is full, or its folder cannot be written.
    OWN_RELAY_NO_ROOM("own-relay-no-room"),
    /// Its Redis does not start.
    OWN_RELAY_STORE_FAILED("own-relay-store-failed"),
    /// Another program has its port.
    OWN_RELAY_PORT_TAKEN("own-relay-port-taken"),
    /// No feed, or no package, or not the whole of it.
    UPDATE_UNREACHABLE("update-unreachable"),
    /// It is not what the makers of Baton signed.
    UPDATE_NOT_TRUSTED("update-not-trusted"),
    /// The folder for packages cannot be written, or is full.
    UPDATE_NOT_KEPT("update-not-kept"),
    /// The system's list of what to start cannot be written.
    AUTOSTART_FAILED("autostart-failed"),
    /// The file for everybody on this computer says something that means nothing.
    ADMIN_FILE_MALFORMED("admin-file-malformed"),
    /// A bug of this program.
    UNEXPECTED("unexpected"),
    /// A newer relay gave a reason that this build has no words for.
    UNKNOWN_CODE("unknown-code");

    private final String code;

    LocalTrouble(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// The codes of both sides.
    public static List<String> allCodes() {
        return Stream.concat(
                        Arrays.stream(Refusal.values()).map(Refusal::code),
                        Arrays.stream(values()).map(LocalTrouble::code))
                .toList();
    }
}
