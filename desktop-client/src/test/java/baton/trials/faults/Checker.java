package baton.trials.faults;

import java.util.List;

/// What is wrong with a conversation at a calm moment: the senders' ledgers against the relay's log
/// against every device's store. It trusts none of them and shares no rule with the product.
final class Checker {
    private Checker() {}

    /// Nothing if all is well.
    static List<Finding> check(Talk talk) {
        Findings findings = new Findings(talk.conversation());
        new LogCheck(talk, findings).run();
        for (Copy copy : talk.copies()) {
            new CopyCheck(talk, copy, findings).run();
        }
        talk.copies().stream()
                .map(Copy::account)
                .distinct()
                .forEach(account -> new AccountCheck(talk, account, findings).run());
        return findings.all();
    }
}
