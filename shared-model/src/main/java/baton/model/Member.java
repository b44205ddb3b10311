package baton.model;

/// A member of a conversation as every other member sees it.
///
/// @param name what to call the person, 1 to 64 characters
public record Member(AccountId account, String name) {}
