package io.parley.notification.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.parley.notification.kills.MailServer.Step;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Topics;

import static java.util.stream.Collectors.toList;

/** The three providers, and the requests that were made, each with the trouble that awaits it. */
final class Servers implements AutoCloseable {

    private final Random random;
    private final Holds holds;
    private final Callbacks callbacks;
    private final MailServer mails;
    private final TextServer texts;
    private final CentreServer centre;
    private final List<ARequest> requests = new ArrayList<>();

    Servers(Place place, Random random) throws Exception {
        this.random = random;
        this.holds = new Holds(place.database());
        this.callbacks = new Callbacks(place.url());
        this.mails = new MailServer(place.mailPort(), holds, callbacks::bounce);
        this.texts = new TextServer(place.textPort(), holds, callbacks);
        this.centre = new CentreServer(place.centrePort(), holds, callbacks);
    }

    Holds holds() {
        return holds;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    List<ARequest> requests() {
        return requests;
    }

    /** Some come twice, some are cancelled. */
    void publish(int number, boolean cancelEach) {
        for (var made = 0; made < number; made++) {
            var request = random.nextBoolean() ? aMail() : random.nextBoolean() ? aText() : aTextForTheCentre();
            requests.add(request);
            Topics.publish(request);
            if (random.nextInt(5) == 0) {
                Topics.publish(request);
            }
            if (cancelEach || random.nextInt(6) == 0) {
                Topics.cancel(request, "SUPERSEDED");
            }
        }
    }

    /** Every time that a server had all of a message without refusing it. */
    List<Handed> handed(ARequest request) {
        return Stream.of(mails.handedTo(request.to()), texts.handedTo(request.to()), centre.handedTo(request.to()))
                .flatMap(List::stream)
                .collect(toList());
    }

    int size() {
        return mails.size() + texts.size() + centre.size();
    }

    boolean haveReportedAll() {
        return callbacks.areAllDone();
    }

    @Override
    public void close() throws Exception {
        callbacks.close();
        mails.close();
        texts.close();
        centre.close();
        holds.close();
    }

    private ARequest aMail() {
        var request = ARequest.byMail();
        mails.script(request.to(), one(Step.values()), one(Step.values()));
        return request;
    }

    private ARequest aText() {
        var request = ARequest.bySms();
        texts.script(request.to(), one(TextServer.Step.values()), one(TextServer.Step.values()));
        return request;
    }

    private ARequest aTextForTheCentre() {
        var request = ARequest.bySms();
        texts.script(request.to(), TextServer.Step.THROTTLE);
        centre.script(request.to(), one(CentreServer.Step.values()));
        return request;
    }

    private <T> T one(T[] steps) {
        return steps[random.nextInt(steps.length)];
    }
}
