package baton.relay.account;

import baton.model.Limits;
import baton.model.Refusal;
import baton.protocol.AccountApi.Link;
import baton.protocol.AccountApi.LinkIn;
import baton.protocol.AccountApi.SignedIn;
import baton.protocol.LinkCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Signs a further device in with a code that a signed-in one shows. A code works once, for
/// [Limits#LINK_CODE], and only while the device that asked for it is signed in itself; each device
/// has one at most. Wrong, used and expired codes get the same answer. May be used by any thread;
/// every call blocks on the store.
///
/// A code is used up before the new device is stored: if the answer is lost, the person asks for
/// another one.
///
/// All methods throw [AccountsUnavailableException] if the store is away.
public final class DeviceLinking {
    private final LinkStore links;
    private final Accounts accounts;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param random that nobody can predict
    public DeviceLinking(
            LinkStore links, Accounts accounts, RandomGenerator random, InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.random = random;
        this.clock = clock;
    }

    /// A new code of this device.
    public Link open(Accounts.Verified who) {
        LinkCode code = newCode();
        Instant now = clock.instant();
        LinkStore.Issuer issuer = new LinkStore.Issuer(who.account(), who.device().device());
        links.open(DeviceTokens.hash(code.value()), issuer, Limits.LINK_CODE);
        return new Link(code.shown(), now, now.plus(Limits.LINK_CODE));
    }

    /// Signs a device in, once per code.
    public Answer<SignedIn> enter(LinkIn request) {
        if (!Accounts.isDevice(request.deviceName(), request.platform())) {
            return Answer.refused(Refusal.NAME_MALFORMED);
        }
        return LinkCode.parse(request.code())
                .flatMap(code -> links.take(DeviceTokens.hash(code.value())))
                .filter(issuer -> isSignedIn(issuer))
                .flatMap(issuer -> signedIn(issuer, request))
                .<Answer<SignedIn>>map(Answer.Granted::new)
                .orElseGet(() -> Answer.refused(Refusal.LINK_CODE_WRONG));
    }

    private boolean isSignedIn(LinkStore.Issuer issuer) {
        return accounts.device(issuer.account(), issuer.device()).isPresent();
    }

    private Optional<SignedIn> signedIn(LinkStore.Issuer issuer, LinkIn request) {
        return accounts.nameOf(issuer.account())
                .map(name ->
                        accounts.admit(
                                issuer.account(), name, request.deviceName(), request.platform()));
    }

    private LinkCode newCode() {
        StringBuilder code = new StringBuilder(LinkCode.CHARS);
        for (int i = 0; i < LinkCode.CHARS; i++) {
            code.append(LinkCode.ALPHABET.charAt(random.nextInt(LinkCode.ALPHABET.length())));
        }
        return new LinkCode(code.toString());
    }
}
