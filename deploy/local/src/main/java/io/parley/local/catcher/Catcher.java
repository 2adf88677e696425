package io.parley.local.catcher;

import java.io.IOException;
import java.nio.file.Path;

import io.parley.local.web.BasicCredentials;
import io.parley.local.web.Exchange;
import io.parley.local.web.LocalServer;

/** The end of the road for mails and texts: it takes them as a mail server and an SMS gateway would, and shows them. */
public final class Catcher implements AutoCloseable {

    private final Messages messages;
    private final MailServer mail;
    private final LocalServer server;

    private Catcher(Messages messages, MailServer mail, LocalServer server) {
        this.messages = messages;
        this.mail = mail;
        this.server = server;
    }

    /** Starts on the ports, 0 for any free one, with what the folder holds; the account is the SMS gateway's. */
    public static Catcher start(Path folder, int port, int smtpPort, BasicCredentials account) {
        var messages = new Messages(folder.resolve("messages.jsonl"));
        var server = new LocalServer("catcher", port);
        var catcher = new Catcher(messages, new MailServer(smtpPort, messages), server);
        var texts = new TextGateway(account, messages, new Receipts(account));
        var page = new CatcherPage(messages);
        server.on("GET", "/", page::show)
                .on("GET", "/messages/{id}/html", page::mail)
                .on("GET", "/catcher.css", exchange -> exchange.resource(Catcher.class, "catcher.css", "text/css"))
                .on("GET", "/catcher.js", exchange -> exchange.resource(Catcher.class, "catcher.js", "text/javascript"))
                .on("GET", "/api/messages", catcher::list)
                .on("DELETE", "/api/messages", catcher::clear)
                .on("POST", "/2010-04-01/Accounts/{account}/Messages.json", texts::send)
                .start();
        return catcher;
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    public int smtpPort() {
        return mail.port();
    }

    @Override
    public void close() {
        server.close();
        mail.close();
    }

    private void list(Exchange exchange) throws IOException {
        var recipient = exchange.query().get("to");
        exchange.set("Cache-Control", "no-store")
                .json(200, recipient.map(messages::to).orElseGet(messages::all));
    }

    private void clear(Exchange exchange) throws IOException {
        messages.clear();
        exchange.empty(204);
    }
}
