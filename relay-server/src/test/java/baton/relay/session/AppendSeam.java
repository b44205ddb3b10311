package baton.relay.session;

import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A log whose appends pass through a test; everything else goes straight to it.
final class AppendSeam {
    private AppendSeam() {}

    /// What a test does with an append.
    @FunctionalInterface
    interface Appending {
        void append(ConversationLog log, Append append, Consumer<AppendOutcome> outcome);
    }

    static ConversationLog around(ConversationLog log, Appending appending) {
        return (ConversationLog)
                Proxy.newProxyInstance(
                        ConversationLog.class.getClassLoader(),
                        new Class<?>[] {ConversationLog.class},
                        (_, method, arguments) -> passed(log, appending, method, arguments));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object passed(
            ConversationLog log, Appending appending, Method method, Object[] arguments)
            throws Throwable {
        if (method.getName().equals("append")) {
            appending.append(log, (Append) arguments[0], (Consumer<AppendOutcome>) arguments[1]);
            return null;
        }
        try {
            return method.invoke(log, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
