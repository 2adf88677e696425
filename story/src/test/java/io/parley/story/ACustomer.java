package io.parley.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.http.Method;

import io.parley.local.port.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A customer with an address that nobody else has, and a browser with its cookie. */
final class ACustomer {

    private static final String COOKIE = "__Host-parley-room";
    private static final AtomicInteger BORN = new AtomicInteger();

    private final int number = BORN.incrementAndGet();
    private final Map<String, String> details = new LinkedHashMap<>();
    private String cookie;

    private ACustomer(String name) {
        and("name", name + " Nym" + number);
    }

    static ACustomer withEmail(String name) {
        var customer = new ACustomer(name);
        return customer.and("email", name.toLowerCase(Locale.ROOT) + "-" + customer.number + "@example.org");
    }

    static ACustomer withPhone(String name) {
        return new ACustomer(name).alsoWithPhone();
    }

    ACustomer alsoWithPhone() {
        Secrets.told("49151%08d".formatted(77_000_000 + number));
        return and("phone", "+49151%08d".formatted(77_000_000 + number));
    }

    private ACustomer and(String kind, String contact) {
        details.put(kind, Secrets.told(contact));
        return this;
    }

    /** As an agent types them in. */
    Map<String, String> details() {
        return details;
    }

    String contact() {
        return details.getOrDefault("email", details.get("phone"));
    }

    /** The newest of so many messages, which is how many there are to come. */
    AMessage receives(int messages) {
        await().untilAsserted(() -> assertThat(received()).hasSize(messages));
        return received().get(0);
    }

    AMessage receivesOne() {
        return receives(1);
    }

    /** Newest first. */
    List<AMessage> received() {
        return TheCatcher.messagesTo(contact());
    }

    /** Newest first, of who has both contacts. */
    List<AMessage> texts() {
        return TheCatcher.messagesTo(details.get("phone"));
    }

    /** What a mail scanner, a link preview or a curious browser does. */
    Answer looksAt(String path, Method method) {
        return browser().ask(method, path);
    }

    /** Asks, as the page does, what is needed to enter. */
    Answer knocks(String link) {
        return browser().get("/api/join/" + AMessage.token(link));
    }

    Answer joins(String link) {
        return joins(link, Map.of());
    }

    Answer joins(String link, Map<String, ?> presented) {
        var answer = browser().post("/api/join/" + AMessage.token(link), presented);
        answer.headers("Set-Cookie").stream()
                .filter(header -> header.startsWith(COOKIE + "="))
                .forEach(this::keep);
        return answer;
    }

    Answer asksForACode(String link) {
        return browser().post("/api/join/" + AMessage.token(link) + "/otp");
    }

    Answer room() {
        return browser().get("/api/room");
    }

    /** What somebody sees of the room who has this cookie and nothing else. */
    Answer roomBy(String header) {
        return new Api(Port.SESSION, Map.of("Cookie", header.substring(0, header.indexOf(';')))).get("/api/room");
    }

    /** Does a step of a workflow in the room. */
    Answer does(String step, String workflow, Map<String, ?> input) {
        return browser().post("/api/room/workflows/" + workflow + "/steps/" + step, input);
    }

    private void keep(String header) {
        assertThat(header).contains("HttpOnly").contains("Secure").contains("SameSite=Strict");
        cookie = header.substring(0, header.indexOf(';'));
        Secrets.told(cookie.substring(COOKIE.length() + 1));
    }

    /** The jar of the test's own HTTP client would keep a Secure cookie back, for here is no TLS. */
    private Api browser() {
        return cookie == null ? Api.anonymous(Port.SESSION) : new Api(Port.SESSION, Map.of("Cookie", cookie));
    }
}
