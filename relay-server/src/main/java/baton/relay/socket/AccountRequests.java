package baton.relay.socket;

import baton.model.AccountId;
import baton.model.Refusal;
import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.relay.account.Accounts;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.account.Answer;
import baton.relay.admission.Admission;
import baton.relay.admission.RateLimits;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The requests of [AccountApi]: what each asks, who may ask it and how often. Runs on one virtual
/// thread per request; blocks on the accounts.
final class AccountRequests {
    private static final Logger LOG = LoggerFactory.getLogger(AccountRequests.class);

    private final Accounts accounts;
    private final Admission admission;
    private final RateLimits limits;
    private final DeviceRequests devices;
    private final FrameCodec codec;

    /// One request, read completely.
    ///
    /// @param authorization the header, or empty text
    record Asked(String method, String path, String authorization, InetAddress from, String body) {

        /// What the path names below a folder; empty if something else is asked.
        Optional<String> below(String wanted, String folder) {
            return method.equals(wanted) && path.startsWith(folder + "/")
                    ? Optional.of(path.substring(folder.length() + 1))
                    : Optional.empty();
        }

        /// Prints neither token nor body.
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    AccountRequests(
            Accounts accounts,
            Admission admission,
            RateLimits limits,
            DeviceRequests devices,
            FrameCodec codec) {
        this.accounts = accounts;
        this.admission = admission;
        this.limits = limits;
        this.devices = devices;
        this.codec = codec;
    }

    Reply answer(Asked asked) throws InterruptedException {
        try {
            return switch (asked.method() + " " + asked.path()) {
                case "POST " + AccountApi.ACCOUNTS -> signUp(asked);
                case "POST " + AccountApi.DEVICES -> signIn(asked);
                case "POST " + AccountApi.LINK_IN -> devices.linkIn(asked);
                case "POST " + AccountApi.LINKS -> withToken(asked, devices::openLink);
                default -> other(asked);
            };
        } catch (MalformedFrameException e) {
            LOG.debug("a request could not be read", e);
            return Reply.problem(Refusal.FRAME_MALFORMED);
        } catch (AccountsUnavailableException e) {
            LOG.warn("a request could not be served because Redis is away");
            return Reply.problem(Refusal.RELAY_UNAVAILABLE);
        }
    }

    private Reply signUp(Asked asked) throws MalformedFrameException, InterruptedException {
        AccountApi.SignUp request = codec.decodeApi(asked.body(), AccountApi.SignUp.class);
        if (!limits.mayTry(asked.from())) {
            return Reply.problem(Refusal.TOO_MANY_TRIES);
        }
        return replyOf(accounts.signUp(request));
    }

    private Reply signIn(Asked asked) throws MalformedFrameException, InterruptedException {
        AccountApi.SignIn request = codec.decodeApi(asked.body(), AccountApi.SignIn.class);
        Optional<AccountId> account = AccountId.parse(request.handle());
        boolean mayTry = limits.mayTry(asked.from()) && account.map(limits::mayTry).orElse(true);
        if (!mayTry) {
            return Reply.problem(Refusal.TOO_MANY_TRIES);
        }
        Answer<AccountApi.SignedIn> answer = accounts.signIn(request);
        boolean wasWrong =
                answer instanceof Answer.Refused<AccountApi.SignedIn> refused
                        && refused.refusal() == Refusal.WRONG_CREDENTIALS;
        if (!wasWrong) {
            account.ifPresent(limits::succeeded);
        }
        return replyOf(answer);
    }

    private Reply other(Asked asked) throws MalformedFrameException {
        Optional<String> handle = asked.below("GET", AccountApi.ACCOUNTS);
        if (handle.isPresent()) {
            return withToken(asked, _ -> lookUp(handle.get()));
        }
        Optional<String> leaving = asked.below("DELETE", AccountApi.DEVICES);
        if (leaving.isPresent()) {
            return withToken(asked, who -> devices.signOut(who, leaving.get()));
        }
        Optional<String> renamed = asked.below("PATCH", AccountApi.DEVICES);
        if (renamed.isPresent()) {
            AccountApi.Rename request = codec.decodeApi(asked.body(), AccountApi.Rename.class);
            return withToken(asked, who -> devices.rename(who, renamed.get(), request));
        }
        return Reply.problem(404, Refusal.FRAME_MALFORMED);
    }

    private Reply lookUp(String handle) {
        return AccountId.parse(handle)
                .flatMap(this::found)
                .orElse(Reply.problem(Refusal.UNKNOWN_RECIPIENT));
    }

    private Optional<Reply> found(AccountId account) {
        return accounts.nameOf(account)
                .map(name -> Reply.of(200, new AccountApi.Found(account, name)));
    }

    private Reply withToken(Asked asked, Function<Accounts.Verified, Reply> then) {
        return switch (admission.ofToken(asked.authorization())) {
            case Admission.Verdict.Rejected no -> Reply.problem(no.status(), no.refusal());
            case Admission.Verdict.Admitted yes -> then.apply(yes.who());
        };
    }

    static Reply replyOf(Answer<AccountApi.SignedIn> answer) {
        return switch (answer) {
            case Answer.Granted<AccountApi.SignedIn> granted -> Reply.of(201, granted.value());
            case Answer.Refused<AccountApi.SignedIn> refused -> Reply.problem(refused.refusal());
        };
    }
}
