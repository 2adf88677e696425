package io.parley.local;

import java.util.Locale;

import io.parley.local.port.Port;
import io.parley.local.port.Ports;

/** What is said when all is ready: where everything is, who can sign in, what to try first. */
record Welcome(Ports ports, DataFolder folder, double seconds) {

    private static final String PEOPLE = """
              alice / alice            agent, main team Sales, secondary team Service
              bob / bob                agent, main team Support
              carol / carol            agent, main team Collections
              sam / sam                supervisor, Sales
              ada / ada                administrator
              parley-system            machine client, its secret is its name
              parley-operate           the operators' one, for operate/operate; the same

            """;

    String text() {
        return String.format(Locale.ROOT, "%nReady after %.1f s.%n%n", seconds) + addresses() + PEOPLE + tryFirst();
    }

    private String addresses() {
        return """
                  session-service          %s
                  notification-service     %s
                  team-settings-service    %s
                  OIDC issuer              %s/realms/parley   (for local use only)
                  mails and texts          %s
                  Kafka                    localhost:%d
                  PostgreSQL               localhost:%d   databases session, notification, team_settings,
                                           users of the same names, passwords in %s
                  logs                     %s

                """.formatted(
                        ports.http(Port.SESSION),
                        ports.http(Port.NOTIFICATION),
                        ports.http(Port.TEAM_SETTINGS),
                        ports.http(Port.OIDC),
                        ports.http(Port.CATCHER),
                        ports.of(Port.KAFKA),
                        ports.of(Port.POSTGRES),
                        folder.secrets(),
                        folder.logs());
    }

    private String tryFirst() {
        return """
                Try first, in another terminal:

                  TOKEN=$(curl -s %s/realms/parley/protocol/openid-connect/token -d grant_type=password -d client_id=parley-cli -d username=alice -d password=alice | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s %s/api/sessions -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"customer": {"name": "Anna", "email": "anna@example.org"}}'
                  curl -s '%s/api/messages?to=anna@example.org'     # or open %s in a browser

                Ctrl-C stops everything.""".formatted(
                ports.http(Port.OIDC), ports.http(Port.SESSION), ports.http(Port.CATCHER), ports.http(Port.CATCHER));
    }
}
