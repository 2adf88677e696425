package io.parley.operate.show;

import java.io.PrintWriter;

import io.parley.operate.http.Answer;

/** Where results go: words for people, or the service's own bytes for programs. */
public record Screen(PrintWriter out, Output output) {

    /** What a result looks like. */
    public enum Output {
        TABLE,
        JSON
    }

    public boolean isForPrograms() {
        return output == Output.JSON;
    }

    public void say(String words) {
        out.println(words);
        out.flush();
    }

    public void show(Answer answer) {
        say(answer.text());
    }
}
