-- What the planner can't guess: that a team runs with its own settings as a rule, and where in all ids a time lies. Ids have
-- no distance to each other for it; between two marks of the histogram it takes a range for empty, and walks it.
create statistics session_teams (dependencies) on home_team, settings_team from session;
alter table session alter column id set statistics 1000;
analyze session;
