package io.parley.operate;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Answer;
import io.parley.operate.http.Json;
import io.parley.operate.http.Server;

/** What the commands for a channel have in common: its name, and how its state and queue are shown. */
abstract class ChannelSwitch implements Runnable {

    @ParentCommand
    private Operate operate;

    @Parameters(index = "0", paramLabel = "CHANNEL", description = "email or sms")
    private Channel channel;

    void show() {
        print(operate.calls().get(Server.NOTIFICATION, path(), Map.of()));
    }

    /** Repeated, it changes nothing more. */
    void turn(String move) {
        print(operate.calls().post(Server.NOTIFICATION, path() + "/" + move, Map.of()));
    }

    private String path() {
        return "/api/channels/" + channel.name().toLowerCase(Locale.ROOT);
    }

    private void print(Answer answer) {
        if (operate.screen().isForPrograms()) {
            operate.screen().show(answer);
        } else {
            operate.screen().say(words(answer.json()));
        }
    }

    private static String words(Json channel) {
        var words = new StringBuilder(
                channel.at("channel").text() + " is " + channel.at("state").text());
        if (!channel.at("changedBy").isEmpty()) {
            words.append(" since " + channel.at("changedAt").text() + ", by "
                    + channel.at("changedBy").text());
        }
        words.append("\nqueued: " + channel.at("queued").text());
        if (!channel.at("oldest").isEmpty()) {
            words.append(", the oldest since " + channel.at("oldest").text());
        }
        words.append("\ngateways, in order: " + names(channel.at("gateways")));
        if (!channel.at("resting").items().isEmpty()) {
            words.append("\nleft alone for now, since they failed: " + names(channel.at("resting")));
        }
        return words.toString();
    }

    private static String names(Json list) {
        return list.items().stream().map(Json::text).collect(Collectors.joining(", "));
    }
}
