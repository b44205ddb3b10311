package baton.desktop.sync;

import baton.model.Register;

/// Whether the numbers of a register that came over the network can be true at all. Arithmetic
/// behind this check need not fear them.
final class Sane {
    /// Greatest seq, count or revision that the store has room for.
    static final long NUMBER_MAX = (1L << 40) - 1;

    private Sane() {}

    static boolean is(Register register) {
        return switch (register) {
            case Register.Head head ->
                    isNumber(head.seq()) && isTally(head.seq(), head.count(), head.own());
            case Register.Info info ->
                    info.floor() >= 1
                            && isNumber(info.floor())
                            && isTally(info.floor() - 1, info.floorCount(), info.floorOwn());
            case Register.Read read ->
                    read.generation() >= 0
                            && isNumber(read.seq())
                            && isTally(read.seq(), read.count(), read.own());
            case Register.Delivered delivered -> isNumber(delivered.seq());
            case Register.ReadBy readBy -> isNumber(readBy.seq());
            case Register.Device device -> device.held() >= 0 && device.outgoing() >= 0;
            case Register.Notable notable -> isNumber(notable.seq());
            case Register.Setting setting ->
                    isNumber(setting.epoch()) && isNumber(setting.revision());
            case Register.Draft draft -> true;
            case Register.Unknown unknown -> true;
        };
    }

    private static boolean isTally(long seq, long count, long own) {
        return 0 <= own && own <= count && count <= seq;
    }

    static boolean isNumber(long number) {
        return 0 <= number && number <= NUMBER_MAX;
    }
}
