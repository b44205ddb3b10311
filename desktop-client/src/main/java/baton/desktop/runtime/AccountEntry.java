package baton.desktop.runtime;

import baton.model.AccountId;
import baton.model.KeyFingerprint;
import baton.protocol.LinkCode;

/// The way into an account, before there is a device. Every call blocks on the network: never on
/// the FX thread.
public interface AccountEntry {

    /// @param deviceName what the person calls this device
    Result signUp(Credentials credentials, String personName, String deviceName);

    Result signIn(Credentials credentials, String deviceName);

    /// Signs in with what another device of the account shows.
    ///
    /// @param relay as typed
    Result link(String relay, LinkCode code, String deviceName);

    /// Whether an account exists, asked with this device's token.
    Lookup find(AccountId account);

    /// @param relay as typed
    /// @param handle as typed
    record Credentials(String relay, String handle, String password) {
        /// Prints no password.
        @Override
        public String toString() {
            return "Credentials[" + handle + " at " + relay + "]";
        }
    }

    sealed interface Result {
        /// The profile now belongs to a device; the window may open.
        record Entered() implements Result {}

        /// The relay shows a key of its own that nobody has said to be the right one. Nothing was
        /// said to it; whoever knows that it is right tries again with a [RelayInvite].
        record UnknownKey(KeyFingerprint key) implements Result {}

        /// @param code of a [baton.model.Refusal], or `relay-unreachable`,
        ///   `relay-address-malformed`, `not-a-relay`, `relay-not-trusted`, `relay-key-changed`
        record Failed(String code) implements Result {}
    }

    sealed interface Lookup {
        record Found(AccountId account, String name) implements Lookup {}

        record Unknown() implements Lookup {}

        record Failed(String code) implements Lookup {}
    }
}
