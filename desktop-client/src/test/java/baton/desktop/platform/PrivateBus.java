package baton.desktop.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// A real bus that nobody else speaks on. Tests are left out where no `dbus-daemon` is installed.
final class PrivateBus implements AutoCloseable {
    private final Process daemon;
    private final String address;

    private PrivateBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    /// @param folder for its socket
    static PrivateBus start(Path folder) throws IOException {
        boolean isThere =
                List.of("/usr/bin/dbus-daemon", "/bin/dbus-daemon").stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path)));
        assumeTrue(isThere, "no dbus-daemon is installed");
        Path config = folder.resolve("bus.conf");
        Files.writeString(config, config(folder.resolve("bus")));
        Process daemon =
                new ProcessBuilder(
                                "dbus-daemon",
                                "--nofork",
                                "--print-address",
                                "--config-file=" + config)
                        .start();
        BufferedReader printed = daemon.inputReader(StandardCharsets.UTF_8);
        return new PrivateBus(daemon, printed.readLine());
    }

    String address() {
        return address;
    }

    /// Somebody on the bus.
    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    private static String config(Path socket) {
        return """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:path=%s</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """
                .formatted(socket);
    }

    @Override
    public void close() throws InterruptedException {
        daemon.destroy();
        daemon.waitFor();
    }
}
