package baton.docs;

import org.junit.jupiter.api.Test;

/// The user's guide is as long in Chinese as in English.
final class UserGuideTest {
    @Test
    void bothLanguagesSayTheSame() {
        new Twins(
                        Repository.page("docs/user/README.md"),
                        Repository.page("docs/user/README.zh-CN.md"))
                .assertAlike();
    }
}
