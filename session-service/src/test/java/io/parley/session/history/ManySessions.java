package io.parley.session.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;

/**
 * As many sessions as one likes, in a schema of their own: agents of some 5,000 sessions each in teams of ten, three years
 * of them, one in a hundred still open, one in twenty with a borrowed team's settings.
 */
final class ManySessions {

    static final String SCHEMA = "plans";

    private static final String SESSIONS = """
            insert into session (id, version, sequence, state, owner, home_team, settings_team, customer_name, email, phone,
                                 external_id, created_at, ended_at, due_at, document, customer_version, seen_version)
            select cast(lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0') || '7'
                        || lpad(to_hex(i %% 4096), 3, '0') || '8' || lpad(to_hex(i), 15, '0') as uuid),
                   3, 5, state, 'agent-' || agent, team(agent / 10),
                   case when i %% 20 = 0 then team(agent / 10 + 1) else team(agent / 10) end,
                   first[1 + floor(random() * random() * 40)] || ' ' || syllable[1 + floor(random() * 20)]
                       || lower(syllable[1 + floor(random() * 20)]) || lower(syllable[1 + floor(random() * 20)]),
                   case when i %% 5000 = 1 then 'office@example.org' when i %% 5 > 0 then 'c' || i || '@example.org' end,
                   case when i %% 5 < 2 then '+49151' || lpad(cast(i as text), 8, '0') end,
                   case when i %% 2 = 0 then 'CRM-' || i end,
                   at, case when state = 'ENDED' then at + interval '3 days' end,
                   case when state in ('INVITED', 'ACTIVE') then now() + random() * interval '7 days' end,
                   '{}', 3, case when i > %1$d * 0.99 and i %% 3 = 0 then 2 else 3 end
            from (select i, cast(floor(random() * %2$d) as int) as agent,
                         now() - interval '3 years' + (i * interval '3 years' / %1$d) as at,
                         case when i <= %1$d * 0.99 then case when i %% 5000 = 7 then 'PLANNED' else 'ENDED' end
                              when i %% 20 = 0 then 'PLANNED' when i %% 2 = 0 then 'INVITED'
                              when i %% 10 = 1 then 'ENDED' else 'ACTIVE' end as state
                  from generate_series(1, %1$d) as s (i)) as each,
                 (select array['Anna','Ben','Clara','Daniel','Elena','Fatima','Georg','Hannah','Ivan','Julia','Karim','Lea',
                               'Mara','Nils','Olga','Paul','Rosa','Samir','Tanja','Uwe','Vera','Wei','Xenia','Yusuf','Zoe',
                               'Anton','Berta','Cem','Dora','Emil','Frieda','Gustav','Hedwig','Isa','Jonas','Klara','Leon',
                               'Mia','Noah','Otto'] as first,
                         array['An','Bel','Cor','Dun','Eck','Fal','Gro','Hal','Is','Jor','Kan','Lun','Mar','Nor','Os','Pol',
                               'Rin','Sal','Tor','Wen'] as syllable) as names
            """;
    private static final String TEAM = """
            create or replace function team(number int) returns uuid immutable language sql
            as $$ select cast('01987d3e-6c1a-7b2f-9d40-' || lpad(to_hex(number), 12, '0') as uuid) $$
            """;
    private static final String WORDS = "insert into customer_word (session_id, word, owner, home_team)"
            + " select distinct id, w, owner, home_team from session, regexp_split_to_table(lower(customer_name), ' ') as w";
    private static final String TIMELINE =
            "insert into timeline (session_id, sequence, event_id, type, at, correlation_id,"
                    + " data) select id, 1, id, 'parley.session.started.v1', created_at, id, '{}' from session where version = 3 and hashtext(external_id) % 3 = 0";
    private static final String OUTBOX = "insert into outbox (event_id, session_id, topic, type, at, sequence,"
            + " correlation_id, data) select id, id, 'parley.sessions', 'a', created_at, 1, id, '{}' from session"
            + " order by id desc limit 10000";

    private final Connection connection;

    ManySessions(Connection connection) {
        this.connection = connection;
    }

    /** By the real migrations; indexes are left out while the rows come in, which is faster. */
    void make(String url, String user, String password, int sessions) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        run("set search_path = " + SCHEMA);
        run("set maintenance_work_mem = '1GB'");
        var indexes = indexes();
        run("alter table customer_word drop constraint customer_word_pkey");
        run("alter table timeline drop constraint timeline_pkey");
        run(TEAM);
        run(SESSIONS.formatted(sessions, Math.max(20, sessions / 5_000)));
        run(WORDS);
        run(TIMELINE);
        run(OUTBOX);
        run("alter table customer_word add primary key (session_id, word)");
        run("alter table timeline add primary key (session_id, sequence)");
        for (var index : indexes) {
            run(index);
        }
        for (var table : List.of("session", "customer_word", "timeline", "outbox")) {
            run("vacuum (analyze) " + table);
        }
    }

    /** What makes them again, once they are dropped. */
    private List<String> indexes() throws SQLException {
        var made = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select indexname, indexdef from pg_indexes where schemaname = '"
                        + SCHEMA + "' and tablename in ('session', 'customer_word', 'timeline')"
                        + " and indexname not like '%pkey'")) {
            while (rows.next()) {
                dropped.add(rows.getString(1));
                made.add(rows.getString(2));
            }
        }
        for (var index : dropped) {
            run("drop index " + SCHEMA + "." + index);
        }
        return made;
    }

    void drop() throws SQLException {
        run("drop schema if exists " + SCHEMA + " cascade");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
