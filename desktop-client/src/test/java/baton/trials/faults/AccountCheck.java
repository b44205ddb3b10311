package baton.trials.faults;

import baton.model.AccountId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Compares the devices of one person with one another, and with what the person did there.
final class AccountCheck {
    private final Talk talk;
    private final AccountId account;
    private final List<Copy> copies;
    private final Findings findings;

    AccountCheck(Talk talk, AccountId account, Findings findings) {
        this.talk = talk;
        this.account = account;
        this.copies =
                talk.copies().stream().filter(copy -> copy.account().equals(account)).toList();
        this.findings = findings;
    }

    void run() {
        same(Finding.Kind.READ, Copy::read);
        same(Finding.Kind.DRAFT, Copy::draft);
        same(Finding.Kind.SETTING, Copy::pinned);
        mark(copies.getFirst().read());
        lastWord(Finding.Kind.DRAFT, "", copies.getFirst().draft(), AccountCheck::draft);
        lastWord(Finding.Kind.SETTING, false, copies.getFirst().pinned(), AccountCheck::pin);
    }

    private void same(Finding.Kind kind, Function<Copy, Object> value) {
        if (copies.stream().map(value).distinct().count() > 1) {
            findings.add(
                    kind,
                    account,
                    "the devices of "
                            + account
                            + " disagree: "
                            + copies.stream()
                                    .map(copy -> copy.profile() + " " + value.apply(copy))
                                    .toList());
        }
    }

    private void mark(Copy.Mark now) {
        Copy.Mark before = talk.marks().getOrDefault(account, Copy.Mark.NONE);
        findings.expect(
                now.compareTo(before) >= 0,
                Finding.Kind.READ,
                account,
                "the read mark of " + account + " went back from " + before + " to " + now);
        boolean isSimple = now.generation() == 0 && acts().noneMatch(Act.Unread.class::isInstance);
        if (isSimple) {
            long read =
                    acts().filter(Act.Read.class::isInstance)
                            .mapToLong(act -> ((Act.Read) act).seq())
                            .max()
                            .orElse(0);
            findings.expect(
                    now.seq() >= read,
                    Finding.Kind.READ,
                    account,
                    account + " had read up to " + read + ", the mark says " + now);
        }
    }

    /// What was promised to this person's devices here.
    private java.util.stream.Stream<Act> acts() {
        return copies.stream()
                .flatMap(copy -> entries(copy).stream())
                .filter(Entry::isPromised)
                .map(Entry::act);
    }

    private List<Entry> entries(Copy copy) {
        return talk.acts().getOrDefault(copy.device(), List.of());
    }

    private static Optional<Object> draft(Act act) {
        return act instanceof Act.Draft draft ? Optional.of(draft.text()) : Optional.empty();
    }

    private static Optional<Object> pin(Act act) {
        return act instanceof Act.Pin pin ? Optional.of(pin.on()) : Optional.empty();
    }

    /// Whoever said it last, one of the devices did: what stands is the last word of one of them,
    /// or a later one of which only the intention is known.
    private void lastWord(
            Finding.Kind kind, Object silence, Object now, Function<Act, Optional<Object>> said) {
        Set<Object> possible = new HashSet<>();
        boolean isCertain = false;
        for (Copy copy : copies) {
            Set<Object> ofDevice = new HashSet<>();
            for (Entry entry : entries(copy)) {
                Optional<Object> word = said.apply(entry.act());
                if (word.isPresent() && entry.isPromised()) {
                    ofDevice.clear();
                    isCertain = true;
                }
                word.ifPresent(ofDevice::add);
            }
            possible.addAll(ofDevice);
        }
        if (!isCertain) {
            possible.add(silence);
        }
        findings.expect(
                possible.contains(now),
                kind,
                account,
                account + " shows \"" + now + "\", the last words were " + possible);
    }
}
