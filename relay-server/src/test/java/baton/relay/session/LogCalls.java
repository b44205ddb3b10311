package baton.relay.session;

import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A log, or another port, one of whose calls passes through a test; everything else goes straight
/// to it.
final class LogCalls {
    private LogCalls() {}

    /// What a test does with an append.
    @FunctionalInterface
    interface Appending {
        void append(ConversationLog log, Append append, Consumer<AppendOutcome> outcome);
    }

    @SuppressWarnings("unchecked")
    static ConversationLog appending(ConversationLog log, Appending appending) {
        return proxy(
                ConversationLog.class,
                (_, method, arguments) -> {
                    if (method.getName().equals("append")) {
                        appending.append(
                                log, (Append) arguments[0], (Consumer<AppendOutcome>) arguments[1]);
                        return null;
                    }
                    return passed(log, method, arguments);
                });
    }

    /// Another node does something just before a call takes effect.
    ///
    /// @param name of the method
    static ConversationLog before(ConversationLog log, String name, Runnable meanwhile) {
        return before(ConversationLog.class, log, name, meanwhile);
    }

    /// The same for any port.
    static <T> T before(Class<T> port, T target, String name, Runnable meanwhile) {
        return proxy(
                port,
                (_, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        meanwhile.run();
                    }
                    return passed(target, method, arguments);
                });
    }

    private static <T> T proxy(Class<T> port, InvocationHandler handler) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static @Nullable Object passed(Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
