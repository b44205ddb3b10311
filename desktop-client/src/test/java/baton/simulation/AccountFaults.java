package baton.simulation;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.relay.feed.AccountFeed;
import baton.relay.node.Hint;
import baton.relay.node.Leases;
import baton.relay.node.NodeBus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Faults of what belongs to an account: its settings, its receipts, its devices.
final class AccountFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    new PlantedFault(
                            "a setting's older value wins",
                            "and last was|register",
                            () -> new ActFaults.BentFeed(new KeepsSettings())),
                    PlantedFault.feed(
                            "receipts are told although they are off",
                            "told of what was read",
                            HidesReceipts::new),
                    new PlantedFault(
                            "a device keeps its old name",
                            "should be called",
                            () -> new ActFaults.BentFeed(new KeepsNames())),
                    new PlantedFault(
                            "nobody is told of a sign-out, by hint or by lease",
                            "signed out, and still told",
                            () ->
                                    new Planted() {
                                        @Override
                                        public NodeBus bus(NodeBus bus) {
                                            return (node, hint) -> {
                                                if (!(hint instanceof Hint.SignedOut)) {
                                                    bus.publish(node, hint);
                                                }
                                            };
                                        }

                                        @Override
                                        public Leases leases(Leases leases) {
                                            return new KeepsLeases(leases);
                                        }
                                    }));

    private AccountFaults() {}

    private static final class KeepsLeases extends LeaseSeam {
        KeepsLeases(Leases leases) {
            super(leases);
        }

        @Override
        public void revoke(AccountId account, DeviceId device) {}
    }

    private static final class KeepsSettings implements ActFaults.Bent {
        private final Map<String, Register> first = new HashMap<>();

        @Override
        public Register bent(AccountId account, Register register) {
            return register instanceof Register.Setting
                    ? first.computeIfAbsent(account + register.key(), key -> register)
                    : register;
        }
    }

    private static final class KeepsNames implements ActFaults.Bent {
        private final Map<String, String> first = new HashMap<>();

        @Override
        public Register bent(AccountId account, Register register) {
            return register instanceof Register.Device line
                    ? named(line, first.computeIfAbsent(line.key(), key -> line.name()))
                    : register;
        }

        private static Register named(Register.Device line, String name) {
            return new Register.Device(
                    line.device(),
                    name,
                    line.platform(),
                    line.fence(),
                    line.beat(),
                    line.online(),
                    line.held(),
                    line.outgoing(),
                    line.at(),
                    line.currentAt());
        }
    }

    /// Nobody can see that receipts are off.
    private static final class HidesReceipts extends FeedSeam {
        private static final String RECEIPTS = Register.Setting.keyOf(SettingNames.RECEIPTS, "");

        HidesReceipts(AccountFeed feed) {
            super(feed);
        }

        @Override
        public List<Optional<Revised>> registers(AccountId account, List<String> keys) {
            return super.registers(account, keys).stream()
                    .map(found -> found.filter(value -> !value.register().key().equals(RECEIPTS)))
                    .toList();
        }
    }
}
