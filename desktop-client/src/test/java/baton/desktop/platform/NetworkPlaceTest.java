package baton.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class NetworkPlaceTest {
    @Test
    void whatOthersAreToldIsNoPlaceOfThisComputerAlone() {
        NetworkPlace.find()
                .map(InetAddress::ofLiteral)
                .ifPresent(address -> {
                    assertFalse(address.isLoopbackAddress());
                    assertFalse(address.isLinkLocalAddress());
                });
    }
}
