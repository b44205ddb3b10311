package baton.desktop.ui;

import java.util.List;

/// Messages with everything that may stand in one, for pictures and tests.
public final class SampleWords {
    private static final String CODE =
            """
            ```java
            var pool = Pool.of(8);
            pool.onExhausted(() -> log.warn("no connection within {} ms", patience));
            ```
            """;

    private SampleWords() {}

    /// @param language `en` or `zh`
    public static List<String> of(String language) {
        return language.equals("zh") ? chinese() : english();
    }

    private static List<String> english() {
        return List.of(
                """
                The pool is **exhausted**, see [the runbook](https://status.example.org/pool). \
                It waits in `Pool.acquire(patience)` and *never* comes back 🐛\
                """,
                """
                Tonight:
                - raise the limit to **16**
                - watch `pool.waiting`
                  - page @ben above 40
                - take the _old_ pool away\
                """,
                "This is what I found:\n" + CODE.strip(),
                """
                > We keep the old pool warm until noon,
                > then *everybody* moves.
                Agreed. Steps:
                1. drain
                2. switch, in this order: `a`, `b`, **`c`**
                3. delete\
                """,
                "2 * 3 * 4 is snake_case_name, ¯\\_(ツ)_/¯ :-)\n1. one line as typed",
                "👍🏽 🎉",
                "I run\n" + CODE + "and then it is ***over***.");
    }

    private static List<String> chinese() {
        return List.of(
                """
                连接池**耗尽**了，见[操作手册](https://status.example.org/pool)。\
                它一直等在 `Pool.acquire(patience)` 里，*从不*返回 🐛\
                """,
                """
                今晚：
                - 把上限提高到 **16**
                - 观察 `pool.waiting`
                  - 超过 40 时呼叫 @ben
                - 撤掉*旧的*连接池\
                """,
                "这是我找到的：\n" + CODE.strip(),
                """
                > 旧的连接池保留到中午，
                > 然后*所有人*迁移。
                同意。**步骤：**如下
                1. 排空
                2. 切换，按这个顺序：`a`、`b`、**`c`**
                3. 删除\
                """,
                "2 * 3 * 4 是 snake_case_name，¯\\_(ツ)_/¯ :-)\n1. 一行原样显示",
                "👍🏽 🎉",
                "我运行\n" + CODE + "然后就***结束***了。");
    }

    /// Texts that try to break the window.
    public static List<String> hostile() {
        return List.of(
                "word".repeat(2_000),
                "e" + "\u0301".repeat(7_999),
                "\u202eturned around\u2066\u2067 and never back",
                "zero\u200b\u200c\u200d\ufeff width, \u0000\u0007\u001b[31mred\u001b[0m control",
                "👍".repeat(4_000),
                "line\n".repeat(1_600),
                "> ".repeat(4_000),
                "- x\n".repeat(2_000),
                "*a* ".repeat(2_000),
                "[click](javascript:alert(1)) javascript:alert(2) \u05d0\u05d1\u05d2, 10:31");
    }
}
