package baton.simulation;

import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.simulation.PlantedFault.Every;
import java.util.ArrayList;
import java.util.List;

/// Faults of a device's store.
final class StoreFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.store(
                            "a commit is lost",
                            "log of|register|matrix|outbox|audit|to tell|lost:",
                            LosesCommits::new),
                    PlantedFault.store(
                            "half of a commit is lost",
                            "log of|register|matrix|outbox|cursor|audit|to tell|lost:",
                            TearsCommits::new),
                    PlantedFault.store(
                            "a crash undoes the last commit",
                            "lost|log of|moved back|gave up",
                            UndoesAtRestart::new),
                    PlantedFault.store(
                            "events are not stored, their span is",
                            "log of|audit|matrix",
                            () -> skipping(StoreChange.EventsStored.class, 5)),
                    PlantedFault.store(
                            "a register is not stored, the cursor is",
                            "register|head of",
                            () -> skipping(StoreChange.RegisterSet.class, 20)),
                    PlantedFault.store(
                            "the outbox is empty after a restart",
                            "lost:",
                            () ->
                                    new MemoryStore() {
                                        @Override
                                        public StoreSnapshot load() {
                                            outbox.values()
                                                    .removeIf(row ->
                                                            row.state()
                                                                    instanceof
                                                                    OutboxRow.State.Waiting);
                                            return super.load();
                                        }
                                    }),
                    PlantedFault.store(
                            "clientSeqs are given out twice after a restart",
                            "lost:|twice",
                            () ->
                                    new MemoryStore() {
                                        @Override
                                        public StoreSnapshot load() {
                                            clientSeqs.clear();
                                            return super.load();
                                        }
                                    }),
                    PlantedFault.store(
                            "read marks are forgotten at a restart",
                            "read moved back",
                            () ->
                                    new MemoryStore() {
                                        @Override
                                        public StoreSnapshot load() {
                                            localReads.clear();
                                            return super.load();
                                        }
                                    }),
                    PlantedFault.store(
                            "drafts are forgotten at a restart",
                            "lost what was typed",
                            () ->
                                    new MemoryStore() {
                                        @Override
                                        public StoreSnapshot load() {
                                            localDrafts.clear();
                                            return super.load();
                                        }
                                    }),
                    PlantedFault.store(
                            "a draft that lost is not kept",
                            "lost what was typed",
                            () -> skipping(StoreChange.DraftCopyKept.class, 1)));

    private StoreFaults() {}

    /// A store that leaves out every so many changes of one kind.
    private static MemoryStore skipping(Class<? extends StoreChange> kind, int round) {
        Every every = new Every(round);
        return new MemoryStore() {
            @Override
            void apply(StoreChange change) {
                if (!(kind.isInstance(change) && every.isNow())) {
                    super.apply(change);
                }
            }
        };
    }

    private static final class LosesCommits extends MemoryStore {
        private final Every every = new Every(20);

        @Override
        public void commit(List<StoreChange> changes) {
            if (!every.isNow()) {
                super.commit(changes);
            }
        }
    }

    private static final class TearsCommits extends MemoryStore {
        private final Every every = new Every(10);

        @Override
        public void commit(List<StoreChange> changes) {
            super.commit(every.isNow() ? changes.subList(0, changes.size() / 2) : changes);
        }
    }

    /// Answers a commit before it is on the disk.
    private static final class UndoesAtRestart extends MemoryStore {
        private final List<List<StoreChange>> commits = new ArrayList<>();

        @Override
        public void commit(List<StoreChange> changes) {
            commits.add(changes);
            super.commit(changes);
        }

        @Override
        public StoreSnapshot load() {
            clear();
            if (!commits.isEmpty()) {
                commits.removeLast();
            }
            commits.forEach(super::commit);
            return super.load();
        }
    }
}
