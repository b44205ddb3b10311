package baton.protocol;

import baton.model.AccountId;
import baton.model.DeviceId;

/// The requests around a connection, as JSON over HTTP on the relay's own port:
///
/// | request | body | answer |
/// |---|---|---|
/// | `POST /v1/accounts` | [SignUp] | 201 [SignedIn] |
/// | `POST /v1/devices` | [SignIn] | 201 [SignedIn] |
/// | `DELETE /v1/devices/this` | none, bearer token | 204 |
/// | `GET /v1/accounts/HANDLE` | none, bearer token | 200 [Found] or 404 |
///
/// Every failure is an [Problem] with a status of 400 or more.
public final class AccountApi {
    public static final String ACCOUNTS = "/v1/accounts";
    public static final String DEVICES = "/v1/devices";
    public static final String THIS_DEVICE = "/v1/devices/this";

    private AccountApi() {}

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
