package io.parley.session.room.page;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.time.OwnTime;
import io.parley.rest.time.TimeLimit;
import io.parley.session.session.model.MoveRefused;

/** The page that a customer's link opens. It shows who invites; all else, the join above all, its script asks for. */
@Path("/j/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "join")
class PageResource {

    private final ReadPage readPage;
    private final TimeLimit timeLimit;
    private final Page page;

    PageResource(ReadPage readPage, TimeLimit timeLimit, Page page) {
        this.readPage = readPage;
        this.timeLimit = timeLimit;
        this.page = page;
    }

    @GET
    @OwnTime
    @Operation(summary = "The customer's page; changes nothing, however often it is opened")
    public Uni<Response> get(String token, @Context HttpHeaders headers) {
        List<Locale> languages = headers.getAcceptableLanguages();
        return timeLimit
                .hold(readPage.read(token))
                .map(host -> page.invitation(host, languages))
                .onFailure(MoveRefused.class)
                .recoverWithItem(() -> page.unknownLink(languages))
                .onFailure()
                .recoverWithItem(failure -> failed(failure, languages));
    }

    /** Whoever opened a link is to read a sentence, and no problem+json. */
    private Response failed(Throwable failure, List<Locale> languages) {
        Log.errorf(
                failure,
                "The page of a link can't be shown: error=%s",
                failure.getClass().getName());
        return page.unavailable(languages);
    }
}
