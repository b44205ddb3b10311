package baton.relay.socket;

import baton.model.Refusal;
import baton.protocol.AccountApi;
import java.util.Optional;

/// An answer to a request: a status and, unless it says all, a message as JSON.
record Reply(int status, Optional<Record> body) {
    static Reply of(int status, Record body) {
        return new Reply(status, Optional.of(body));
    }

    static Reply empty(int status) {
        return new Reply(status, Optional.empty());
    }

    static Reply problem(int status, Refusal refusal) {
        return of(status, new AccountApi.Problem(refusal.code()));
    }

    /// With the status that fits the reason.
    static Reply problem(Refusal refusal) {
        int status =
                switch (refusal) {
                    case WRONG_CREDENTIALS, LINK_CODE_WRONG, DEVICE_SIGNED_OUT -> 401;
                    case SIGN_UP_CLOSED, ORIGIN_REFUSED, NOT_ALLOWED -> 403;
                    case UNKNOWN_RECIPIENT, UNKNOWN_DEVICE -> 404;
                    case HANDLE_TAKEN -> 409;
                    case TOO_MANY_TRIES, RATE_LIMITED -> 429;
                    case RELAY_UNAVAILABLE, RELAY_STOPPING -> 503;
                    default -> 400;
                };
        return problem(status, refusal);
    }
}
