package baton.desktop.ui.status;

/// Where this device's relay is.
///
/// @param address with scheme, host and port
/// @param secure whether the connection is encrypted
/// @param here whether it is on this computer
public record RelayFacts(String address, boolean secure, boolean here) {}
