package io.parley.notification.kills;

import java.util.List;

import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.type.SmppChannelException;

import io.parley.notification.testing.MessageCentre;

import static java.util.stream.Collectors.toList;

/** A message centre of foreign make that misbehaves; its receipts come as often as it takes. */
final class CentreServer implements AutoCloseable {

    /** What happens to a text: answers one after the other, then receipts. */
    enum Step {
        ACCEPT(List.of()),
        DELIVER(List.of(), "ENROUTE", "DELIVRD"),
        FAIL(List.of(), "UNDELIV"),
        TWICE_AND_BACKWARDS(List.of(), "DELIVRD", "DELIVRD", "ENROUTE"),
        THROTTLE(List.of(SmppConstants.STATUS_THROTTLED)),
        BROKEN(List.of(SmppConstants.STATUS_SYSERR)),
        SILENT(List.of(MessageCentre.SILENT)),
        CUT(List.of(MessageCentre.CUT));

        private final List<Integer> answers;
        private final String[] receipts;

        Step(List<Integer> answers, String... receipts) {
            this.answers = answers;
            this.receipts = receipts;
        }
    }

    private static final int TRIES = 100;
    private static final long PAUSE = 300;

    private final MessageCentre centre;
    private final Callbacks background;

    CentreServer(int port, Holds holds, Callbacks background) throws SmppChannelException {
        this.centre = new MessageCentre(port);
        this.background = background;
        centre.onText(text -> holds.pass(Moment.TAKEN));
    }

    void script(String number, Step step) {
        centre.script(number, step.answers.toArray(Integer[]::new));
        if (step.receipts.length > 0) {
            background.inBackground(() -> report(number, step.receipts));
        }
    }

    List<Handed> handedTo(String number) {
        return centre.textsTo(number).stream()
                .map(text -> new Handed(number, text.key()))
                .collect(toList());
    }

    int size() {
        return centre.size();
    }

    @Override
    public void close() {
        centre.close();
    }

    /** Of the first text that it took for the number, if it ever takes one. */
    private void report(String number, String... states) throws InterruptedException {
        for (var look = 0; look < TRIES && centre.textsTo(number).isEmpty(); look++) {
            Thread.sleep(PAUSE);
        }
        for (var text : centre.textsTo(number).stream().limit(1).collect(toList())) {
            for (var state : states) {
                untilTaken(text, state);
            }
        }
    }

    private void untilTaken(MessageCentre.Text text, String state) throws InterruptedException {
        for (var sent = 0; sent < TRIES / 4; sent++) {
            try {
                if (centre.report(text, state) == SmppConstants.STATUS_OK) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception nobodyIsBound) {
                Thread.sleep(PAUSE);
            }
        }
    }
}
