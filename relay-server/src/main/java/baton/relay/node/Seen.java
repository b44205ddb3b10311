package baton.relay.node;

import baton.model.AccountId;
import java.time.Instant;

/// Whether any device of an account holds a lease.
///
/// @param lastAt last sign of life of any of its devices, to within [baton.model.Limits#BEAT];
///   [Instant#EPOCH] if unknown
public record Seen(AccountId account, boolean isOnline, Instant lastAt) {}
