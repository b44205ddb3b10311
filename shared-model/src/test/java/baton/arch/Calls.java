package baton.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;

/** Kinds of calls that only some code may make; method references count as calls. */
public final class Calls {
    private static final Set<String> THREAD_CLASSES =
            Set.of(
                    "java.util.concurrent.Executors",
                    "java.util.concurrent.ThreadPoolExecutor",
                    "java.util.concurrent.ScheduledThreadPoolExecutor",
                    "java.util.concurrent.ForkJoinPool",
                    "java.util.Timer");
    private static final Set<String> THREAD_METHODS =
            Set.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform");
    private static final Set<String> SYSTEM_CLOCKS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.time.InstantSource.system",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system");
    private static final Set<String> CHANCE =
            Set.of("java.util.UUID.randomUUID", "java.lang.Math.random");
    private static final Set<String> CHANCE_CLASSES =
            Set.of("java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom");

    private Calls() {}

    /** All that makes two runs with the same input differ. */
    public static DescribedPredicate<JavaAccess<?>> withEffects() {
        return makingThreads().or(readingTheClock()).or(measuringTime()).or(drawingLots());
    }

    static DescribedPredicate<JavaAccess<?>> makingThreads() {
        return DescribedPredicate.describe("makes a thread or an executor", Calls::makesThread);
    }

    static DescribedPredicate<JavaAccess<?>> readingTheClock() {
        return DescribedPredicate.describe("reads the system clock", Calls::readsClock);
    }

    static DescribedPredicate<JavaAccess<?>> measuringTime() {
        return DescribedPredicate.describe(
                "measures time", access -> method(access).equals("java.lang.System.nanoTime"));
    }

    static DescribedPredicate<JavaAccess<?>> drawingLots() {
        return DescribedPredicate.describe(
                "draws random numbers of its own",
                access ->
                        CHANCE.contains(method(access)) || CHANCE_CLASSES.contains(owner(access)));
    }

    public static DescribedPredicate<JavaAccess<?>> of(String ownerName, String... names) {
        return DescribedPredicate.describe(
                "touches " + ownerName + " " + List.of(names),
                access -> owner(access).equals(ownerName) && List.of(names).contains(name(access)));
    }

    private static boolean makesThread(JavaAccess<?> access) {
        return THREAD_CLASSES.contains(owner(access))
                || (owner(access).equals("java.lang.Thread")
                        && THREAD_METHODS.contains(name(access)));
    }

    private static boolean readsClock(JavaAccess<?> access) {
        boolean now =
                owner(access).startsWith("java.time.")
                        && name(access).equals("now")
                        && !access.getTarget().getFullName().contains("Clock)");
        return now || SYSTEM_CLOCKS.contains(method(access));
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName();
    }

    private static String name(JavaAccess<?> access) {
        return access.getTarget().getName();
    }

    private static String method(JavaAccess<?> access) {
        return owner(access) + "." + name(access);
    }
}
