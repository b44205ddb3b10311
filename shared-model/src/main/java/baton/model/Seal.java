package baton.model;

/// What vouches for an event.
///
/// @param hash of the body alone, so that the digest can be checked after a body is gone
/// @param proof of the relay that it once accepted this event from its author: a device can offer
///   the event again without being believed on its word; 0 for none
public record Seal(long hash, long proof) {}
