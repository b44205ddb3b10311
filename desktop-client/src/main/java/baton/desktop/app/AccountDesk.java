package baton.desktop.app;

import baton.desktop.net.AccountHttp;
import baton.desktop.net.RelayAddress;
import baton.desktop.net.RelayRefusedException;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.store.Identity;
import baton.model.AccountId;
import baton.protocol.AccountApi;
import java.util.Optional;

/// Signs a profile in over HTTP and hands the new identity to the runtime that this desk belongs
/// to.
final class AccountDesk implements AccountEntry {
    private final AccountHttp http;
    private final DeviceRuntime runtime;

    AccountDesk(AccountHttp http, DeviceRuntime runtime) {
        this.http = http;
        this.runtime = runtime;
    }

    /// One request at a relay.
    @FunctionalInterface
    private interface Request {
        AccountApi.SignedIn at(RelayAddress relay) throws RelayRefusedException;
    }

    @Override
    public Result signUp(Credentials credentials, String personName, String deviceName) {
        AccountApi.SignUp request =
                new AccountApi.SignUp(
                        credentials.handle(),
                        credentials.password(),
                        personName,
                        deviceName,
                        platform());
        return enter(credentials, deviceName, relay -> http.signUp(relay, request));
    }

    @Override
    public Result signIn(Credentials credentials, String deviceName) {
        AccountApi.SignIn request =
                new AccountApi.SignIn(
                        credentials.handle(), credentials.password(), deviceName, platform());
        return enter(credentials, deviceName, relay -> http.signIn(relay, request));
    }

    private Result enter(Credentials credentials, String deviceName, Request request) {
        Optional<RelayAddress> relay = RelayAddress.parse(credentials.relay());
        if (relay.isEmpty()) {
            return new Result.Failed("relay-address-malformed");
        }
        if (runtime.belongsToOther(credentials.handle())) {
            return new Result.Failed("profile-of-another-account");
        }
        try {
            AccountApi.SignedIn answer = request.at(relay.get());
            Identity identity =
                    new Identity(
                            credentials.relay().strip(),
                            answer.account(),
                            answer.name(),
                            answer.device(),
                            deviceName);
            runtime.enter(identity, answer.token());
            return new Result.Entered();
        } catch (RelayRefusedException e) {
            return new Result.Failed(e.code());
        }
    }

    @Override
    public Lookup find(AccountId account) {
        DeviceRuntime.Access access = runtime.access();
        try {
            return http.find(access.relay(), access.token(), account)
                    .<Lookup>map(found -> new Lookup.Found(found.account(), found.name()))
                    .orElseGet(Lookup.Unknown::new);
        } catch (RelayRefusedException e) {
            return new Lookup.Failed(e.code());
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        if (system.contains("mac")) {
            return "mac";
        }
        return system.contains("win") ? "windows" : "linux";
    }
}
