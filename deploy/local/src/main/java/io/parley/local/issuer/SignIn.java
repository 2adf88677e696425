package io.parley.local.issuer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import io.parley.local.web.Exchange;
import io.parley.local.web.Form;
import io.parley.local.web.Page;

/** The form that a browser is sent to, and where it goes from there: back to this machine with a code, or out. */
final class SignIn {

    private final AuthorizationCodes codes;
    private final Page form = Page.beside(SignIn.class, "sign-in.html");
    private final Page notice = Page.beside(SignIn.class, "notice.html");

    SignIn(AuthorizationCodes codes) {
        this.codes = codes;
    }

    void show(Exchange exchange) throws IOException {
        Form query = exchange.query();
        try {
            show(exchange, 200, AuthorizationRequest.of(query), query, "");
        } catch (GrantRefused refused) {
            notice(exchange, 400, "This sign-in cannot go on", refused.getMessage());
        }
    }

    /** Takes the form; its own query string carries the client's request. */
    void take(Exchange exchange) throws IOException {
        Form query = exchange.query();
        Form entered = exchange.form();
        try {
            var request = AuthorizationRequest.of(query);
            var person = Person.signIn(
                    entered.get("username").orElse(""), entered.get("password").orElse(""));
            if (person.isPresent()) {
                goBack(exchange, request, codes.issue(person.get(), request));
            } else {
                show(exchange, 401, request, query, "Wrong user name or password.");
            }
        } catch (GrantRefused refused) {
            notice(exchange, 400, "This sign-in cannot go on", refused.getMessage());
        }
    }

    void signOut(Exchange exchange) throws IOException {
        Form query = exchange.query();
        var target = query.get("post_logout_redirect_uri").filter(AuthorizationRequest::isLocal);
        if (target.isPresent()) {
            var state = new LinkedHashMap<String, String>();
            query.get("state").ifPresent(value -> state.put("state", value));
            exchange.redirect(append(target.get(), Form.of(state)));
        } else {
            notice(exchange, 200, "You are signed out", "You can close this page.");
        }
    }

    private void show(Exchange exchange, int status, AuthorizationRequest request, Form query, String problem)
            throws IOException {
        String people = Person.ALL.stream()
                .map(person -> "<option value=\"" + person.subject() + "\">" + Page.escape(person.name()) + ", "
                        + String.join(", ", person.roles()) + "</option>")
                .collect(Collectors.joining());
        page(
                exchange,
                status,
                form.with("query", query.encoded())
                        .with("client", request.client().id())
                        .with("problem", problem)
                        .withHtml("people", people));
    }

    private void notice(Exchange exchange, int status, String title, String text) throws IOException {
        page(exchange, status, notice.with("title", title).with("text", text));
    }

    private static void page(Exchange exchange, int status, Page page) throws IOException {
        exchange.set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
                .set("Cache-Control", "no-store")
                .set("Referrer-Policy", "no-referrer")
                .html(status, page.html());
    }

    private static void goBack(Exchange exchange, AuthorizationRequest request, String code) throws IOException {
        var answer = new LinkedHashMap<String, String>();
        answer.put("code", code);
        if (request.state() != null) {
            answer.put("state", request.state());
        }
        exchange.redirect(append(request.redirectUri(), Form.of(answer)));
    }

    private static String append(String uri, Form answer) {
        if (answer.fields().isEmpty()) {
            return uri;
        }
        return uri + (uri.contains("?") ? "&" : "?") + answer.encoded();
    }
}
