package baton.model;

/// A register with the account-wide revision at which it took this value.
public record Revised(long revision, Register register) {}
