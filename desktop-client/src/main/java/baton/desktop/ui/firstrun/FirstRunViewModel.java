package baton.desktop.ui.firstrun;

import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.AccountEntry.Credentials;
import baton.desktop.runtime.AccountEntry.Result;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.model.AccountId;
import baton.model.KeyFingerprint;
import baton.model.Limits;
import baton.protocol.LinkCode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The form of the first window. Whatever goes wrong, nothing typed is lost and a sentence says
/// what to do. FX thread; the relay is asked on another.
public final class FirstRunViewModel {

    /// Three ways in.
    public enum Door {
        SIGN_IN,
        SIGN_UP,
        /// With a code from a device that is signed in.
        LINK;

        private boolean asksFor(Subject subject) {
            return switch (subject) {
                case HANDLE, PASSWORD -> this != LINK;
                case NAME -> this == SIGN_UP;
                case CODE -> this == LINK;
                case DEVICE, RELAY -> true;
            };
        }
    }

    /// The fields of the form, from top to bottom; each is what a trouble may be about.
    public enum Subject {
        CODE,
        HANDLE,
        PASSWORD,
        NAME,
        DEVICE,
        RELAY
    }

    private final AccountEntry entry;
    private final Threads threads;
    private final Texts texts;
    private final Runnable entered;
    private final FormField relay;
    private final FormField code;
    private final FormField handle;
    private final FormField password;
    private final FormField name;
    private final FormField device;
    private final ObjectProperty<Door> door = new SimpleObjectProperty<>(Door.SIGN_IN);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problemTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<KeyFingerprint>> unknownKey =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String askedAbout = "";
    private final ReadOnlyObjectWrapper<Optional<Subject>> attention =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What the form starts with.
    ///
    /// @param relay address
    /// @param deviceName for example `host · user`
    public record Suggestions(String relay, String deviceName) {}

    /// @param entered called on the FX thread once the profile belongs to a device
    public FirstRunViewModel(
            AccountEntry entry,
            Threads threads,
            Texts texts,
            Suggestions suggestions,
            Runnable entered) {
        this.entry = entry;
        this.threads = threads;
        this.texts = texts;
        this.entered = entered;
        this.relay = new FormField(suggestions.relay(), this::relayMistake);
        this.code = new FormField("", this::codeMistake);
        this.handle = new FormField("", this::handleMistake);
        this.password = new FormField("", this::passwordMistake);
        this.name = new FormField("", typed -> nameMistake(typed, "firstrun.name.wanted"));
        this.device =
                new FormField(
                        suggestions.deviceName(),
                        typed -> nameMistake(typed, "firstrun.device.wanted"));
        door.addListener((observed, before, now) -> changeDoor());
        relay.textProperty()
                .addListener((observed, before, now) -> {
                    if (!now.equals(askedAbout)) {
                        forgetKey();
                    }
                });
        // A whole link says where the relay is.
        code.textProperty()
                .addListener((observed, before, now) ->
                        DeviceLink.parse(now)
                                .ifPresent(link -> relay.textProperty().set(link.relay())));
    }

    public FormField relay() {
        return relay;
    }

    /// A code or a whole link, as another device shows it; asked for when linking only.
    public FormField code() {
        return code;
    }

    public FormField handle() {
        return handle;
    }

    public FormField password() {
        return password;
    }

    /// Of the person; asked for at sign-up only.
    public FormField name() {
        return name;
    }

    public FormField device() {
        return device;
    }

    public ObjectProperty<Door> doorProperty() {
        return door;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Empty if the relay has not refused.
    public ReadOnlyStringProperty problemTitleProperty() {
        return problemTitle.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The key that the relay shows and of which nobody has said yet that it is the right one;
    /// empty if there is nothing to ask.
    public ReadOnlyObjectProperty<Optional<KeyFingerprint>> unknownKeyProperty() {
        return unknownKey.getReadOnlyProperty();
    }

    /// The invite that stands in the field of the relay; empty if an address stands there.
    ObservableValue<Optional<RelayInvite>> inviteProperty() {
        return relay.textProperty().map(RelayInvite::parse);
    }

    /// The field that the newest complaint is about, where typing should go on.
    public ReadOnlyObjectProperty<Optional<Subject>> attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    /// Fills in what a link says that the program was opened with, or that somebody followed.
    public void open(String link) {
        if (DeviceLink.parse(link).isPresent()) {
            door.set(Door.LINK);
            code.textProperty().set(link);
        } else {
            relay.textProperty().set(link);
            door.set(RelayInvite.parse(link).isPresent() ? Door.SIGN_UP : door.get());
            if (RelayInvite.parse(link).isEmpty()) {
                Notice notice = Notice.of(LocalTrouble.RELAY_ADDRESS_MALFORMED.code(), texts);
                showProblem(notice.title(), notice.brief(texts), Optional.of(Subject.RELAY));
            }
        }
    }

    /// Sends the form if it is complete, else says what is missing.
    public void submit() {
        if (busy.get()) {
            return;
        }
        forgetKey();
        showProblem("", "", Optional.empty());
        Optional<Subject> mistake = firstMistake();
        if (mistake.isPresent()) {
            attention.set(mistake);
            return;
        }
        busy.set(true);
        threads.ask(request(), new Result.Failed(LocalTrouble.UNEXPECTED.code()), this::answer);
    }

    private Supplier<Result> request() {
        String address = relay.text().strip();
        String deviceName = device.text().strip();
        return switch (door.get()) {
            case LINK -> {
                LinkCode typed = codeOf(code.text()).orElseThrow();
                yield () -> entry.link(address, typed, deviceName);
            }
            case SIGN_IN -> {
                Credentials credentials = credentials(address);
                yield () -> entry.signIn(credentials, deviceName);
            }
            case SIGN_UP -> {
                Credentials credentials = credentials(address);
                String personName = name.text().strip();
                yield () -> entry.signUp(credentials, personName, deviceName);
            }
        };
    }

    private Credentials credentials(String address) {
        return new Credentials(
                address,
                AccountId.parse(handle.text()).map(AccountId::handle).orElseThrow(),
                password.text());
    }

    private static Optional<LinkCode> codeOf(String typed) {
        return DeviceLink.parse(typed).map(DeviceLink::code).or(() -> LinkCode.parse(typed));
    }

    private void answer(Result result) {
        busy.set(false);
        switch (result) {
            case Result.Entered done -> {
                code.textProperty().set("");
                password.textProperty().set("");
                password.relax();
                entered.run();
            }
            case Result.UnknownKey unknown -> {
                askedAbout = relay.text();
                unknownKey.set(Optional.of(unknown.key()));
            }
            case Result.Failed failed -> {
                Notice notice = Notice.of(failed.code(), texts);
                showProblem(notice.title(), notice.brief(texts), subjectOf(failed.code()));
            }
        }
    }

    /// The person has compared the key with what whoever runs the relay says of it: it is the right
    /// one from now on.
    public void trustKey() {
        Optional<RelayInvite> invite =
                unknownKey.get().flatMap(key -> RelayInvite.of(relay.text(), key));
        forgetKey();
        invite.ifPresent(known -> {
            relay.textProperty().set(known.link());
            submit();
        });
    }

    /// The key is not the right one, or nobody knows. Nothing was sent to the relay.
    public void doubtKey() {
        forgetKey();
        attention.set(Optional.of(Subject.RELAY));
    }

    private void forgetKey() {
        unknownKey.set(Optional.empty());
    }

    private void showProblem(String title, String sentences, Optional<Subject> subject) {
        problemTitle.set(title);
        problem.set(sentences);
        attention.set(subject);
    }

    private void changeDoor() {
        forgetKey();
        Stream.of(Subject.values()).map(this::fieldOf).forEach(FormField::relax);
        showProblem("", "", Optional.empty());
    }

    private FormField fieldOf(Subject subject) {
        return switch (subject) {
            case RELAY -> relay;
            case CODE -> code;
            case HANDLE -> handle;
            case PASSWORD -> password;
            case NAME -> name;
            case DEVICE -> device;
        };
    }

    /// Checks every field, so that all complaints show at once.
    private Optional<Subject> firstMistake() {
        return Stream.of(Subject.values())
                .filter(door.get()::asksFor)
                .filter(subject -> !fieldOf(subject).check())
                .toList()
                .stream()
                .findFirst();
    }

    private static Optional<Subject> subjectOf(String code) {
        return switch (code) {
            case "relay-unreachable",
                    "relay-address-malformed",
                    "not-a-relay",
                    "relay-not-trusted",
                    "relay-key-changed" ->
                    Optional.of(Subject.RELAY);
            case "handle-taken", "handle-malformed" -> Optional.of(Subject.HANDLE);
            case "link-code-wrong" -> Optional.of(Subject.CODE);
            case "wrong-credentials", "password-unfit" -> Optional.of(Subject.PASSWORD);
            case "name-malformed" -> Optional.of(Subject.NAME);
            default -> Optional.empty();
        };
    }

    private String relayMistake(String typed) {
        return typed.isBlank() ? texts.get("firstrun.relay.wanted") : "";
    }

    private String codeMistake(String typed) {
        return codeOf(typed).isPresent() ? "" : texts.get("firstrun.code.wanted");
    }

    private String handleMistake(String typed) {
        return AccountId.parse(typed).isPresent() ? "" : texts.get("firstrun.handle.wanted");
    }

    private String passwordMistake(String typed) {
        if (door.get() == Door.SIGN_IN) {
            return typed.isEmpty() ? texts.get("firstrun.password.wanted") : "";
        }
        boolean fits =
                typed.length() >= Limits.PASSWORD_CHARS_MIN
                        && typed.length() <= Limits.PASSWORD_CHARS_MAX;
        return fits
                ? ""
                : texts.format(
                        "firstrun.password.unfit",
                        Limits.PASSWORD_CHARS_MIN,
                        Limits.PASSWORD_CHARS_MAX);
    }

    private String nameMistake(String typed, String key) {
        boolean fits = !typed.isBlank() && typed.strip().length() <= Limits.NAME_CHARS_MAX;
        return fits ? "" : texts.format(key, Limits.NAME_CHARS_MAX);
    }
}
