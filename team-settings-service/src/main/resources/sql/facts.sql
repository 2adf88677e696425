-- All that a resolution depends on, in one statement and so as of one moment: a row of numbers and JSON texts.
-- $1 the subject, $2 the settings team or null.
with
person as (
    select subject, name, email, main_team from member where subject = $1
),
home as (
    select t.id, t.name, t.revision from team t join person p on t.id = p.main_team
),
target as (
    select t.id, t.name, t.revision from team t where t.id = coalesce($2, (select main_team from person))
),
secondary as (
    select t.id, t.name, s.place from member_secondary_team s join team t on t.id = s.team where s.subject = $1
),
library as (
    select id from target
    union
    select id from secondary where (select id from target) = (select id from home)
),
workflows as (
    select w.id, v.name, v.version, v.expires_after, v.steps
    from workflow w
    join workflow_version v on v.workflow = w.id and v.version = w.published
    where not w.archived and w.teams && (select array_agg(id) from library)
),
assets as (
    select a.id, v.name, v.kind, v.version, v.url, v.text, v.schema, c.content_type, c.size, c.sha256
    from asset a
    join asset_version v on v.asset = a.id and v.version = a.published
    left join content c on c.sha256 = v.content
    where not a.archived and a.teams && (select array_agg(id) from target)
       -- A step's asset has to be at hand, whatever team it belongs to, archived or not.
       or a.id = any (array(select (step ->> 'asset')::uuid
                            from workflows, json_array_elements(steps::json) step
                            where step ->> 'asset' is not null))
),
organisation as (
    select key, value from setting where scope = '00000000-0000-0000-0000-000000000000'
),
lending as (
    select coalesce((select value from organisation where key = 'lending.to.mode'), '"NONE"') as mode,
           coalesce((select value from organisation where key = 'lending.to.teams'), '[]') as teams
),
lenders as (
    -- Those that say themselves to whom they lend, found by the key; the others all at once, if the organisation lends.
    select s.scope as id, s.value as mode from setting s
    where s.key = 'lending.to.mode' and s.scope <> '00000000-0000-0000-0000-000000000000' and s.value <> '"NONE"'
    union all
    select t.id, (select mode from lending) from team t
    where (select mode from lending) <> '"NONE"'
      and not exists (select from setting s where s.scope = t.id and s.key = 'lending.to.mode')
),
offers as (
    select t.id, t.name, l.mode, coalesce(s.value, (select teams from lending)) as teams
    from lenders l
    join team t on t.id = l.id
    left join setting s on s.scope = l.id and s.key = 'lending.to.teams'
    where l.mode = '"ALL"'
       or coalesce(s.value, (select teams from lending)) like '%' || (select id from home)::text || '%'
)
select
    (select revision from clock) as clock,
    clock_timestamp() as now,
    (select coalesce(json_object_agg(key, value::json), '{}')::text from organisation) as organisation,
    (select coalesce(max(revision), 0) from settings_revision
     where scope = '00000000-0000-0000-0000-000000000000') as organisation_revision,
    (select json_build_object('subject', subject, 'name', name, 'email', email)::text from person) as person,
    (select json_build_object('id', id, 'name', name, 'revision', revision, 'own',
         (select coalesce(json_object_agg(key, value::json), '{}') from setting where scope = home.id))::text
     from home) as home,
    (select json_build_object('id', id, 'name', name, 'revision', revision, 'own',
         (select coalesce(json_object_agg(key, value::json), '{}') from setting where scope = target.id))::text
     from target) as target,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by place), '[]')::text
     from secondary) as secondary,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'mode', mode::json, 'teams', teams::json)),
                     '[]')::text from offers) as lenders,
    (select coalesce(json_agg(json_strip_nulls(json_build_object('id', id, 'name', name, 'kind', kind,
         'version', version, 'url', url, 'text', text, 'contentType', content_type, 'size', size, 'sha256', sha256))
         order by lower(name), id), '[]')::text from assets) as assets,
    (select coalesce(json_object_agg(id, schema::json), '{}')::text from assets where schema is not null) as schemas,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'version', version,
         'expiresAfter', expires_after, 'steps', steps::json) order by lower(name), id), '[]')::text
     from workflows) as workflows
