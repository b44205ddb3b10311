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
    private final Switchboard switchboard;
    private final FrameCodec codec;

    /// One request, read completely.
    ///
    /// @param authorization the header, or empty text
    record Asked(String method, String path, String authorization, InetAddress from, String body) {}

    AccountRequests(
            Accounts accounts,
            Admission admission,
            RateLimits limits,
            Switchboard switchboard,
            FrameCodec codec) {
        this.accounts = accounts;
        this.admission = admission;
        this.limits = limits;
        this.switchboard = switchboard;
        this.codec = codec;
    }

    Reply answer(Asked asked) throws InterruptedException {
        try {
            return switch (asked.method() + " " + asked.path()) {
                case "POST " + AccountApi.ACCOUNTS -> signUp(asked);
                case "POST " + AccountApi.DEVICES -> signIn(asked);
                case "DELETE " + AccountApi.THIS_DEVICE -> withToken(asked, this::signOut);
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

    private Reply signOut(Accounts.Verified who) {
        accounts.signOut(who);
        switchboard.signedOut(who.device().device());
        return Reply.empty(204);
    }

    private Reply other(Asked asked) {
        boolean isLookUp =
                asked.method().equals("GET") && asked.path().startsWith(AccountApi.ACCOUNTS + "/");
        if (!isLookUp) {
            return Reply.problem(404, Refusal.FRAME_MALFORMED);
        }
        String handle = asked.path().substring(AccountApi.ACCOUNTS.length() + 1);
        return withToken(
                asked,
                who ->
                        AccountId.parse(handle)
                                .flatMap(this::found)
                                .orElse(Reply.problem(Refusal.UNKNOWN_RECIPIENT)));
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

    private static Reply replyOf(Answer<AccountApi.SignedIn> answer) {
        return switch (answer) {
            case Answer.Granted<AccountApi.SignedIn> granted -> Reply.of(201, granted.value());
            case Answer.Refused<AccountApi.SignedIn> refused -> Reply.problem(refused.refusal());
        };
    }
}
