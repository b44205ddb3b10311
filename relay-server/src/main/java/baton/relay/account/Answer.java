package baton.relay.account;

import baton.model.Refusal;

/// What came of a request: what was asked for, or the reason why not.
public sealed interface Answer<T> {

    record Granted<T>(T value) implements Answer<T> {}

    record Refused<T>(Refusal refusal) implements Answer<T> {}

    static <T> Answer<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
