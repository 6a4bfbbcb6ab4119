-- An organization as it stood in the schema of migrations/0001_preferred-name.sql. Never changed: newer schemas are tested on it.
insert into org values ('00000000-0000-4000-8000-00000000000a', 'old-mill', 'Old Mill', 'real', 'en', '2026-03-02T09:00:00Z');
insert into shipped_course values ('h1', 'an-old-course', '{}', '{"minutes": 20, "languages": ["en"], "steps": []}', '2026-03-02T09:00:00Z');
insert into course_shipping values ('an-old-course', 'h1', 1, '2026-03-02T09:00:00Z');
insert into account (org_id, id, language, created_at) select '00000000-0000-4000-8000-00000000000a',
	('00000000-0000-4000-8000-00000000000' || n)::uuid, case n when 2 then 'es' else 'en' end, '2026-03-02T09:00:00Z' from generate_series(1, 3) n;
insert into person (org_id, id, number, given_name, family_name, email, manager_id, department, site, hired_on, created_at, preferred_name) values
	('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000001', '1', 'Ada', 'Brandt', 'ada@oldmill.test', null, 'Office', 'Mill Street', '2019-05-06', '2026-03-02T09:00:00Z', null),
	('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000002', '2', 'Inés', 'Muñoz', 'ines@oldmill.test', '00000000-0000-4000-8000-000000000001', 'Line', 'Mill Street', '2021-11-01', '2026-03-02T09:00:00Z', 'Nené'),
	('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000003', '3', '小林', 'Aiko', null, '00000000-0000-4000-8000-000000000001', null, null, null, '2026-03-02T09:00:00Z', null);
insert into role_grant values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'program_admin', '2026-03-02T09:00:00Z', null, null);
-- The hash of the token "an old token".
insert into session values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), encode(sha256('an old token'), 'hex'), '00000000-0000-4000-8000-000000000001', '2026-03-02T09:00:00Z', '2036-03-16T09:00:00Z', 'Firefox, Linux');
insert into course_version values ('00000000-0000-4000-8000-00000000000a', 'h1', 'an-old-course', 'h1', '{"minutes": 20, "languages": ["en"], "steps": []}', '2026-03-02T09:00:00Z');
insert into course_adoption values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), 'an-old-course', 'h1', '2026-03-02T09:00:00Z', null);
insert into enrollment values ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000e2', '00000000-0000-4000-8000-000000000002', 'an-old-course', 'h1', '2026-03-03T09:00:00Z');
insert into answer values ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000e2', gen_random_uuid(), 'welcome', 1, '[]', true, 'h1', '2026-03-04T09:00:00Z');
insert into completion values ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000e2', 'h1', 20, '2026-03-04T09:20:00Z');
insert into assignment values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), '00000000-0000-4000-8000-000000000002', 'an-old-course', '2026-03-03T09:00:00Z', '00000000-0000-4000-8000-000000000001', '2026-04-01');
insert into progress values ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000e2', '00000000-0000-4000-8000-000000000002', 'an-old-course', '2026-03-03T09:00:00Z', '2026-03-04T09:00:00Z', '2026-03-04T09:20:00Z');
insert into event (org_id, id, type, account_id, data, at) values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), 'course.completed', '00000000-0000-4000-8000-000000000002', '{"enrollment": "00000000-0000-4000-8000-0000000000e2", "course": "an-old-course", "version": "h1"}', '2026-03-04T09:20:00Z');
insert into audit_entry values ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000ad', 'org.created', null, null, '{}', 'salt', '2026-03-02T09:00:00Z');
insert into mail values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), '00000000-0000-4000-8000-000000000002', 'ines@oldmill.test', 'es', 'Un curso para ti', null, '2026-03-03T09:00:00Z', '2026-03-03T09:01:00Z');
insert into sealed_note values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), 1, 'sealed', '2026-03-05');
insert into poll_tally values ('00000000-0000-4000-8000-00000000000a', 'an-old-course', 'poll', '{"yes": 3}');
insert into form_key values ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), 'org.found', null, '2026-03-02T09:00:00Z');
