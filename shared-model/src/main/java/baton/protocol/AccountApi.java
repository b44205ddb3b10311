package baton.protocol;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.time.Instant;

/// The requests around a connection, as JSON over HTTP on the relay's own port:
///
/// | request | body | answer |
/// |---|---|---|
/// | `POST /v1/accounts` | [SignUp] | 201 [SignedIn] |
/// | `POST /v1/devices` | [SignIn] | 201 [SignedIn] |
/// | `POST /v1/devices/link` | [LinkIn] | 201 [SignedIn] |
/// | `POST /v1/links` | none, bearer token | 201 [Link] |
/// | `PATCH /v1/devices/ID` | [Rename], bearer token | 204 |
/// | `DELETE /v1/devices/ID` | none, bearer token | 204 |
/// | `GET /v1/accounts/HANDLE` | none, bearer token | 200 [Found] or 404 |
///
/// Every failure is a [Problem] with a status of 400 or more. Where a device is named, `this` means
/// the one whose token it is.
public final class AccountApi {
    public static final String ACCOUNTS = "/v1/accounts";
    public static final String DEVICES = "/v1/devices";
    public static final String THIS_DEVICE = "/v1/devices/this";
    public static final String LINK_IN = "/v1/devices/link";
    public static final String LINKS = "/v1/links";

    private AccountApi() {}

    /// Where one device of the account is renamed or signed out.
    public static String pathOf(DeviceId device) {
        return DEVICES + "/" + device;
    }

    /// @param handle as typed; the relay checks it
    /// @param name of the person
    public record SignUp(
            String handle, String password, String name, String deviceName, String platform) {
        /// Prints no password.
        @Override
        public String toString() {
            return "SignUp[" + handle + "]";
        }
    }

    public record SignIn(String handle, String password, String deviceName, String platform) {
        /// Prints no password.
        @Override
        public String toString() {
            return "SignIn[" + handle + "]";
        }
    }

    /// Signs a device in with a code that another device of the account shows.
    ///
    /// @param code as typed; see [LinkCode]
    public record LinkIn(String code, String deviceName, String platform) {
        /// Prints no code.
        @Override
        public String toString() {
            return "LinkIn[" + deviceName + "]";
        }
    }

    /// A code with which one more device can be signed in, once. It replaces the one that the same
    /// device asked for before.
    ///
    /// @param code see [LinkCode]
    /// @param at the relay's time, so that a device whose clock is wrong knows what is left
    public record Link(String code, Instant at, Instant expiresAt) {
        /// Prints no code.
        @Override
        public String toString() {
            return "Link[until " + expiresAt + "]";
        }
    }

    /// @param name what the person calls the device from now on
    public record Rename(String name) {}

    /// @param token the device's secret, shown this once; goes into the `Authorization: Bearer`
    ///   header
    public record SignedIn(AccountId account, String name, DeviceId device, String token) {
        /// Prints no token.
        @Override
        public String toString() {
            return "SignedIn[" + account + " " + device + "]";
        }
    }

    public record Found(AccountId account, String name) {}

    /// @param code of a [baton.model.Refusal]
    public record Problem(String code) {}
}
