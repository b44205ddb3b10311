package baton.desktop.app;

import baton.desktop.net.AccountHttp;
import baton.desktop.net.RelayAddress;
import baton.desktop.net.RelayRefusedException;
import baton.desktop.runtime.AccountDevices;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.store.Identity;
import baton.model.AccountId;
import baton.model.DeviceId;
import baton.protocol.AccountApi;
import baton.protocol.LinkCode;
import java.time.Duration;
import java.util.Optional;

/// Signs a profile in over HTTP and hands the new identity to the runtime that this desk belongs
/// to; once it is signed in, speaks for the account's devices.
final class AccountDesk implements AccountEntry, AccountDevices {
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
        return runtime.belongsToOther(credentials.handle())
                ? new Result.Failed(ProfileException.OF_ANOTHER)
                : enter(credentials.relay(), deviceName, request);
    }

    @Override
    public Result link(String relay, LinkCode code, String deviceName) {
        AccountApi.LinkIn request = new AccountApi.LinkIn(code.shown(), deviceName, platform());
        return enter(relay, deviceName, address -> http.linkIn(address, request));
    }

    private Result enter(String typed, String deviceName, Request request) {
        Optional<RelayAddress> relay = RelayAddress.parse(typed).map(runtime::withKnownKey);
        if (relay.isEmpty()) {
            return new Result.Failed("relay-address-malformed");
        }
        try {
            AccountApi.SignedIn answer = request.at(relay.get());
            if (runtime.belongsToOther(answer.account().handle())) {
                // Whose code it was is known only now.
                http.signOut(relay.get(), answer.token());
                return new Result.Failed(ProfileException.OF_ANOTHER);
            }
            Identity identity =
                    new Identity(
                            relay.get().key().isPresent() ? relay.get().text() : typed.strip(),
                            answer.account(),
                            answer.name(),
                            answer.device(),
                            deviceName);
            runtime.enter(identity, answer.token());
            return new Result.Entered();
        } catch (RelayRefusedException e) {
            return e.unknownKey()
                    .<Result>map(Result.UnknownKey::new)
                    .orElseGet(() -> new Result.Failed(e.code()));
        }
    }

    @Override
    public Optional<String> rename(DeviceId device, String name) {
        return trouble(to -> http.rename(to.relay(), to.token(), device, name));
    }

    @Override
    public Optional<String> signOut(DeviceId device) {
        return trouble(to -> http.signOut(to.relay(), to.token(), device));
    }

    @Override
    public Invitation invite() {
        DeviceRuntime.Access access = runtime.access();
        try {
            AccountApi.Link link = http.openLink(access.relay(), access.token());
            LinkCode code = LinkCode.parse(link.code()).orElseThrow();
            return new Invitation.Open(
                    new DeviceLink(runtime.me().relay(), code),
                    Duration.between(link.at(), link.expiresAt()));
        } catch (RelayRefusedException e) {
            return new Invitation.Failed(e.code());
        }
    }

    /// One request with this device's token.
    @FunctionalInterface
    private interface Order {
        void carryOut(DeviceRuntime.Access access) throws RelayRefusedException;
    }

    private Optional<String> trouble(Order order) {
        try {
            order.carryOut(runtime.access());
            return Optional.empty();
        } catch (RelayRefusedException e) {
            return Optional.of(e.code());
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
