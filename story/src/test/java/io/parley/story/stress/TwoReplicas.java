package io.parley.story.stress;

import java.util.List;

import io.parley.local.port.Port;
import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;
import io.parley.story.installation.Installation;

/** Two replicas of session-service on one database: that of the installation, and one that may be killed. */
final class TwoReplicas implements AutoCloseable {

    private final Caller caller;
    private Replica second = Installation.running().another(ServiceJar.SESSION);
    private int kills;

    TwoReplicas() {
        this.caller = new Caller(List.of(Installation.http(Port.SESSION), second.http()));
    }

    Caller caller() {
        return caller;
    }

    int kills() {
        return kills;
    }

    /** Kills the second one as kill -9 does, in the midst of what it is asked, and has another take its place. */
    void killTheSecond() {
        kills++;
        caller.expectTheSecondToDie();
        second = Installation.running().killAndReplace(second, ServiceJar.SESSION);
        caller.comeBackTo(second.http());
    }

    @Override
    public void close() {
        second.close();
    }
}
