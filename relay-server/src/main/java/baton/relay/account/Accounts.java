package baton.relay.account;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.SettingNames;
import baton.protocol.AccountApi.SignIn;
import baton.protocol.AccountApi.SignUp;
import baton.protocol.AccountApi.SignedIn;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Who may come in: sign-up, sign-in, sign-out and the check of a device's token. Wrong password
/// and unknown account give the same answer after the same work. May be used by any thread; every
/// call blocks on the store.
///
/// All methods throw [AccountsUnavailableException] if the store is away.
public final class Accounts {
    private static final int PLATFORM_CHARS_MAX = 32;

    private final AccountStore store;
    private final AccountNames names;
    private final PasswordHashes passwords;
    private final DeviceTokens tokens;
    private final InstantSource clock;
    private final boolean isOpen;

    /// A device whose token was genuine.
    ///
    /// @param name of the person
    public record Verified(AccountId account, String name, SignedInDevice device) {}

    /// @param names what people are called now
    /// @param isOpen whether strangers may create accounts
    public Accounts(
            AccountStore store,
            AccountNames names,
            PasswordHashes passwords,
            DeviceTokens tokens,
            InstantSource clock,
            boolean isOpen) {
        this.store = store;
        this.names = names;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
        this.isOpen = isOpen;
    }

    /// Creates an account and signs its first device in.
    public Answer<SignedIn> signUp(SignUp request) throws InterruptedException {
        Optional<AccountId> account = AccountId.parse(request.handle());
        Optional<Refusal> refusal = refusalOf(request, account);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        Optional<String> hash = passwords.hash(request.password());
        if (hash.isEmpty()) {
            return Answer.refused(Refusal.RELAY_UNAVAILABLE);
        }
        String name = request.name().strip();
        Profile profile = new Profile(name, hash.get(), clock.instant());
        NewDevice made = newDevice(account.get(), request.deviceName(), request.platform());
        return store.create(account.get(), profile, made.device())
                ? new Answer.Granted<>(made.signedIn(name))
                : Answer.refused(Refusal.HANDLE_TAKEN);
    }

    private Optional<Refusal> refusalOf(SignUp request, Optional<AccountId> account) {
        if (!isOpen) {
            return Optional.of(Refusal.SIGN_UP_CLOSED);
        }
        if (account.isEmpty()) {
            return Optional.of(Refusal.HANDLE_MALFORMED);
        }
        if (!isName(request.name()) || !isDevice(request.deviceName(), request.platform())) {
            return Optional.of(Refusal.NAME_MALFORMED);
        }
        int length = request.password().length();
        boolean fits = length >= Limits.PASSWORD_CHARS_MIN && length <= Limits.PASSWORD_CHARS_MAX;
        return fits ? Optional.empty() : Optional.of(Refusal.PASSWORD_UNFIT);
    }

    /// Signs another device in.
    public Answer<SignedIn> signIn(SignIn request) throws InterruptedException {
        if (!isDevice(request.deviceName(), request.platform())) {
            return Answer.refused(Refusal.NAME_MALFORMED);
        }
        if (request.password().length() > Limits.PASSWORD_CHARS_MAX) {
            return Answer.refused(Refusal.WRONG_CREDENTIALS);
        }
        Optional<AccountId> account = AccountId.parse(request.handle());
        Optional<Profile> profile = account.flatMap(store::profile);
        Optional<Boolean> matches =
                passwords.check(request.password(), profile.map(Profile::passwordHash));
        if (matches.isEmpty()) {
            return Answer.refused(Refusal.RELAY_UNAVAILABLE);
        }
        if (!matches.get() || account.isEmpty() || profile.isEmpty()) {
            return Answer.refused(Refusal.WRONG_CREDENTIALS);
        }
        return new Answer.Granted<>(
                admit(
                        account.get(),
                        nameOf(account.get()).orElse(profile.get().name()),
                        request.deviceName(),
                        request.platform()));
    }

    /// Signs a device in about whose person there is no doubt.
    ///
    /// @param name of the person
    SignedIn admit(AccountId account, String name, String deviceName, String platform) {
        NewDevice made = newDevice(account, deviceName, platform);
        store.addDevice(account, made.device());
        return made.signedIn(name);
    }

    /// Who speaks with this token; empty if it is malformed, forged or was signed out.
    public Optional<Verified> verify(String token) {
        Optional<DeviceTokens.Claim> claim = DeviceTokens.read(token);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        AccountId account = claim.get().account();
        return store.device(account, claim.get().device())
                .filter(device -> DeviceTokens.matches(token, device.tokenHash()))
                .flatMap(device -> verified(account, device));
    }

    private Optional<Verified> verified(AccountId account, SignedInDevice device) {
        return store.nameOf(account).map(name -> new Verified(account, name, device));
    }

    /// Makes a device's token worthless for ever.
    ///
    /// @return whether the device was signed in until now
    public boolean signOut(AccountId account, DeviceId device) {
        return store.removeDevice(account, device);
    }

    /// A device of the account; empty if none of this id is signed in.
    public Optional<SignedInDevice> device(AccountId account, DeviceId device) {
        return store.device(account, device);
    }

    /// Gives a device another name.
    public Answer<SignedInDevice> rename(AccountId account, DeviceId device, String name) {
        if (!isName(name)) {
            return Answer.refused(Refusal.NAME_MALFORMED);
        }
        return store.renameDevice(account, device, name.strip())
                .<Answer<SignedInDevice>>map(Answer.Granted::new)
                .orElseGet(() -> Answer.refused(Refusal.UNKNOWN_DEVICE));
    }

    /// The devices that are signed in, oldest first.
    public List<SignedInDevice> devices(AccountId account) {
        return store.devices(account).stream()
                .sorted(java.util.Comparator.comparing(SignedInDevice::since))
                .toList();
    }

    /// The name of an account; empty if there is none.
    public Optional<String> nameOf(AccountId account) {
        return names.nameOf(account);
    }

    /// @param token which leaves the relay once and is not kept
    private record NewDevice(AccountId account, SignedInDevice device, String token) {
        SignedIn signedIn(String name) {
            return new SignedIn(account, name, device.device(), token);
        }
    }

    private NewDevice newDevice(AccountId account, String name, String platform) {
        var id = tokens.newDevice();
        String token = tokens.newToken(account, id);
        SignedInDevice device =
                new SignedInDevice(
                        id, name.strip(), platform, clock.instant(), DeviceTokens.hash(token));
        return new NewDevice(account, device, token);
    }

    static boolean isDevice(String name, String platform) {
        return isName(name) && platform.length() <= PLATFORM_CHARS_MAX && isPlain(platform);
    }

    private static boolean isName(String name) {
        return SettingNames.isPersonName(name);
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }
}
