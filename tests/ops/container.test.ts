import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { variables } from '../../src/lib/platform/config/variables.ts';
import { cleanUp, runTool } from './launch.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
/** Instructions with their continued lines joined. */
const instructions = read('Dockerfile')
	.replaceAll('\\\n', ' ')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => /^(\w+)\s+(.*)$/.exec(line.trim())?.slice(1) as [string, string]);
const all = (name: string) => instructions.flatMap(([word, rest]) => (word === name ? [rest] : []));

interface Service {
	image?: string;
	command?: string[];
	environment?: Record<string, string>;
	depends_on?: Record<string, { condition: string }>;
	volumes?: string[];
	ports?: string[];
}

/** There is no Docker where this runs: what can be known without building is checked here. */
describe('the container', () => {
	afterAll(cleanUp);

	const sources = all('COPY').map((rest) => rest.split(/\s+/).slice(0, -1));
	const fromHere = sources.filter(([first]) => !first?.startsWith('--from')).flat();
	const fromBuild = sources.filter(([first]) => first?.startsWith('--from')).flatMap(([, ...paths]) => paths);

	it('copies only what is in the repository, past .dockerignore', () => {
		expect(fromHere.length).toBeGreaterThan(8);
		expect(fromHere.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
		const let_in = read('.dockerignore').split('\n');
		expect(fromHere.filter((path) => !let_in.includes(`!${path}`))).toEqual([]);
	});

	it('takes from the build what was copied or made there', () => {
		const there = fromBuild.map((path) => path.replace('/upstander/', ''));
		const made = ['node_modules', 'build'];
		expect(there.filter((path) => !made.includes(path) && !fromHere.includes(path))).toEqual([]);
		expect(there).toEqual(expect.arrayContaining([...made, 'server.js', 'migrations', 'content']));
		// Without one of them the start would find other sources than the build, and build again.
		const stamped = /const roots = \[([^\]]+)\]/.exec(read('src/server/build-if-needed.ts'))?.[1] ?? '';
		for (const [, path = ''] of stamped.matchAll(/'([^']+)'/g)) {
			expect(
				there.some((copied) => path === copied || path.startsWith(`${copied}/`)),
				path,
			).toBe(true);
		}
	});

	it('starts what npm start starts, on the Node that Upstander needs, as an ordinary user', () => {
		const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
		expect((JSON.parse(all('CMD').at(-1) ?? '[]') as string[]).join(' ')).toBe(scripts.start);
		expect(all('FROM').every((image) => image.startsWith('node:24-slim'))).toBe(true);
		expect(all('USER')).toEqual(['node']);
		expect(all('HEALTHCHECK')[0]).toContain('/readyz');
	});

	it('sets only settings that exist', () => {
		const compose = parse(read('compose.yaml')) as { services: Record<string, Service>; volumes: object };
		const set = Object.keys(compose.services.upstander?.environment ?? {});
		expect(set.filter((name) => !(name in variables))).toEqual([]);
		const inImage = all('ENV').flatMap((rest) => rest.split(/\s+/).map((pair) => pair.split('=')[0] ?? ''));
		expect(inImage.filter((name) => name !== 'NODE_ENV' && !(name in variables))).toEqual([]);
	});

	it('waits for a healthy database and its roles, and is reached by a proxy on the same machine alone', () => {
		const { services, volumes } = parse(read('compose.yaml')) as {
			services: Record<string, Service>;
			volumes: object;
		};
		expect(Object.keys(services)).toEqual(['database', 'prepare', 'upstander']);
		expect(services.database?.image).toBe('postgres:18');
		expect(services.prepare?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
		expect(services.upstander?.depends_on).toEqual({
			prepare: { condition: 'service_completed_successfully' },
		});
		expect(services.upstander?.ports).toEqual(['127.0.0.1:3000:3000']);
		const named = Object.values(services).flatMap(({ volumes: used = [] }) =>
			used.map((volume) => volume.split(':')[0]),
		);
		expect(named.sort()).toEqual(Object.keys(volumes).sort());
	});

	it('makes the roles with the command that it names, again and again, without showing a password', async () => {
		const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> };
		const [node, tool, , database, ...flags] = services.prepare?.command ?? [];
		expect([node, tool, database]).toEqual(['node', 'tools/prepare-database.ts', 'upstander']);
		const { adminUrl } = inject('postgres');
		const own = `upstander_compose_${Date.now() % 1e6}`;
		const env = { OWNER_PASSWORD: 'the-owner-secret', APP_PASSWORD: 'the-app-secret' };
		for (let time = 0; time < 2; time += 1) {
			const { code, output } = await runTool('prepare-database', [adminUrl, own, ...flags], env);
			expect([code, output]).toEqual([0, expect.not.stringContaining('secret')]);
		}
		expect((await runTool('prepare-database', [adminUrl, own, ...flags])).code).toBe(2);
		const app = new URL(adminUrl);
		Object.assign(app, { username: `${own}_app`, password: 'the-app-secret', pathname: `/${own}` });
		const client = new pg.Client({ connectionString: app.href });
		await client.connect();
		await client.end();
		const admin = new pg.Client({ connectionString: adminUrl });
		await admin.connect();
		await admin.query(`drop database ${own} with (force)`);
		for (const role of ['app', 'owner']) await admin.query(`drop role ${own}_${role}`);
		await admin.end();
	});
});
