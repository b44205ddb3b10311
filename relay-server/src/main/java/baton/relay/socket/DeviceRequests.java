package baton.relay.socket;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Refusal;
import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.relay.account.Accounts;
import baton.relay.account.Answer;
import baton.relay.account.DeviceLinking;
import baton.relay.account.SignedInDevice;
import baton.relay.admission.RateLimits;
import java.util.Optional;

/// What a person may do to the devices of the own account: rename one, sign one out, let one more
/// in. Runs on one virtual thread per request; blocks on the accounts.
final class DeviceRequests {
    private static final String THIS = "this";

    private final Accounts accounts;
    private final DeviceLinking linking;
    private final RateLimits limits;
    private final Switchboard switchboard;
    private final FrameCodec codec;

    DeviceRequests(
            Accounts accounts,
            DeviceLinking linking,
            RateLimits limits,
            Switchboard switchboard,
            FrameCodec codec) {
        this.accounts = accounts;
        this.linking = linking;
        this.limits = limits;
        this.switchboard = switchboard;
        this.codec = codec;
    }

    /// The stored name first: a session that begins in between reads it.
    Reply rename(Accounts.Verified who, String named, AccountApi.Rename request) {
        Optional<DeviceId> device = idOf(who, named);
        if (device.isEmpty()) {
            return Reply.problem(Refusal.UNKNOWN_DEVICE);
        }
        return switch (accounts.rename(who.account(), device.get(), request.name())) {
            case Answer.Granted<SignedInDevice> renamed -> {
                switchboard.renamed(who.account(), renamed.value());
                yield Reply.empty(204);
            }
            case Answer.Refused<SignedInDevice> refused -> Reply.problem(refused.refusal());
        };
    }

    /// The token goes last: until then whoever was interrupted can ask for the same again. A
    /// session that begins in between finds its register signed out and ends.
    Reply signOut(Accounts.Verified who, String named) {
        AccountId account = who.account();
        Optional<SignedInDevice> device =
                idOf(who, named).flatMap(wanted -> accounts.device(account, wanted));
        if (device.isEmpty()) {
            return Reply.problem(Refusal.UNKNOWN_DEVICE);
        }
        switchboard.signedOut(account, device.get());
        accounts.signOut(account, device.get().device());
        return Reply.empty(204);
    }

    Reply openLink(Accounts.Verified who) {
        return limits.mayAskForCode(who.account())
                ? Reply.of(201, linking.open(who))
                : Reply.problem(Refusal.TOO_MANY_TRIES);
    }

    Reply linkIn(AccountRequests.Asked asked) throws MalformedFrameException {
        AccountApi.LinkIn request = codec.decodeApi(asked.body(), AccountApi.LinkIn.class);
        if (!limits.mayTryCode(asked.from())) {
            return Reply.problem(Refusal.TOO_MANY_TRIES);
        }
        Answer<AccountApi.SignedIn> answer = linking.enter(request);
        boolean wasWrong =
                answer instanceof Answer.Refused<AccountApi.SignedIn> refused
                        && refused.refusal() == Refusal.LINK_CODE_WRONG;
        if (!wasWrong) {
            limits.codeFitted();
        }
        return AccountRequests.replyOf(answer);
    }

    /// Empty if nothing can have such an id.
    private static Optional<DeviceId> idOf(Accounts.Verified who, String named) {
        if (named.equals(THIS)) {
            return Optional.of(who.device().device());
        }
        return DeviceId.parse(named);
    }
}
