package baton.desktop.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where others in the network find this computer. Any thread.
public final class NetworkPlace {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkPlace.class);

    /// Networks inside this computer, in which nobody else is.
    private static final Pattern INSIDE =
            Pattern.compile("(docker|br-|veth|virbr|vmnet|vboxnet|podman|cni|lxc).*");

    private NetworkPlace() {}

    /// The address that others most likely reach, without brackets; empty if this computer is in no
    /// network.
    public static Optional<String> find() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(NetworkPlace::leadsOut)
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .filter(address -> rank(address) > 0)
                    .max(Comparator.comparingInt(NetworkPlace::rank))
                    .map(InetAddress::getHostAddress)
                    // An address of IPv6 may name its interface, which means nothing elsewhere.
                    .map(text -> List.of(text.split("%", 2)).getFirst());
        } catch (SocketException e) {
            LOG.info("This computer does not say in which networks it is: {}", e.toString());
            return Optional.empty();
        }
    }

    private static boolean leadsOut(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback() && !INSIDE.matcher(each.getName()).matches();
        } catch (SocketException e) {
            LOG.debug("The network {} says nothing of itself", each.getName(), e);
            return false;
        }
    }

    /// The private addresses of homes and offices first; 0 for what nobody else can use.
    private static int rank(InetAddress address) {
        if (address.isLoopbackAddress() || address.isLinkLocalAddress()) {
            return 0;
        }
        if (address instanceof Inet4Address) {
            return address.isSiteLocalAddress() ? 3 : 2;
        }
        return 1;
    }
}
