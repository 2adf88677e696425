package io.parley.session.starting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;

import io.parley.rest.problem.Problem;
import io.parley.session.access.Pepper;
import io.parley.session.customer.Contacts;
import io.parley.session.session.ContentFactory;
import io.parley.session.session.model.Labels;
import io.parley.session.session.model.Origin;
import io.parley.session.session.model.Owner;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SettingsPin;
import io.parley.session.session.model.content.Content;
import io.parley.session.session.model.entrance.Authentication;
import io.parley.session.session.model.entrance.Entrance;
import io.parley.session.settings.Resolution;
import io.parley.session.timer.DatabaseClock;

/** Makes what an agent typed, and what the settings say, into the opening of a session. */
@ApplicationScoped
class Openings {

    private final NoArgGenerator ids;
    private final DatabaseClock clock;
    private final Pepper pepper;
    private final ContentFactory contents;
    private final NoticeConfig notice;

    Openings(DatabaseClock clock, Pepper pepper, ContentFactory contents, NoticeConfig notice) {
        this.clock = clock;
        this.pepper = pepper;
        this.contents = contents;
        this.notice = notice;
        this.ids = Generators.timeBasedEpochGenerator(null, millisOf(clock));
    }

    /** The time in an id is what lists are ordered and cut by: it is the database's, like every other. */
    private static UUIDClock millisOf(DatabaseClock clock) {
        return new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.instant().toEpochMilli();
            }
        };
    }

    Session.Opening open(StartInput input, Resolution resolution) {
        var snapshot = resolution.snapshot();
        var policy = snapshot.policy(notice.after());
        var id = ids.generate();
        var member = resolution.subject();
        boolean pinRequired = policy.authentication().method() == Authentication.Method.PIN;
        if (pinRequired && input.pin() == null) {
            throw Problem.invalid("/pin", "is required by this team's settings");
        }
        return new Session.Opening(
                new Origin(
                        id,
                        resolution.homeTeam().id(),
                        new SettingsPin(
                                resolution.team().id(),
                                resolution.revision(),
                                resolution.hash(),
                                resolution.staleAge()),
                        policy,
                        clock.instant()),
                new Owner(member.subject(), member.name(), member.email()),
                Contacts.read(input.customer(), snapshot.settings().channels()),
                Content.of(
                        each(input.assets(), "/assets/", asset -> contents.asset(asset, snapshot)),
                        each(input.workflows(), "/workflows/", workflow -> contents.workflow(workflow, snapshot))),
                Entrance.withPin(pinRequired ? pepper.hash(id, input.pin()) : null),
                new Labels(input.externalId(), input.metadata()));
    }

    private static <T> List<T> each(List<UUID> wanted, String pointer, Function<UUID, Optional<T>> make) {
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> make.apply(wanted.get(i))
                        .orElseThrow(() -> Problem.invalid(pointer + i, "is not in the settings team's library")))
                .toList();
    }
}
