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

/// A log one of whose calls passes through a test; everything else goes straight to it.
final class LogCalls {
    private LogCalls() {}

    /// What a test does with an append.
    @FunctionalInterface
    interface Appending {
        void append(ConversationLog log, Append append, Consumer<AppendOutcome> outcome);
    }

    @SuppressWarnings("unchecked")
    static ConversationLog appending(ConversationLog log, Appending appending) {
        return proxy((_, method, arguments) -> {
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
        return proxy((_, method, arguments) -> {
            if (method.getName().equals(name)) {
                meanwhile.run();
            }
            return passed(log, method, arguments);
        });
    }

    private static ConversationLog proxy(InvocationHandler handler) {
        return (ConversationLog)
                Proxy.newProxyInstance(
                        ConversationLog.class.getClassLoader(),
                        new Class<?>[] {ConversationLog.class},
                        handler);
    }

    private static @Nullable Object passed(ConversationLog log, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(log, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
