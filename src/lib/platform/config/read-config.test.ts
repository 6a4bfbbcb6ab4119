import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './read-config.ts';

describe('readConfig', () => {
	it('needs nothing', () => {
		const config = readConfig({});
		expect(config.PORT).toBeUndefined();
		expect(config.DATA_DIR).toBe('./data');
		expect(config.TRUST_PROXY).toBe(false);
	});

	it('lists every wrong value at once and never prints one', () => {
		const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://secret@host', TRUST_PROXY: 'maybe' };
		let caught: unknown;
		try {
			readConfig(wrong);
		} catch (error) {
			caught = error;
		}
		expect(caught).toBeInstanceOf(ConfigError);
		const { problems, message } = caught as ConfigError;
		expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'TRUST_PROXY']);
		for (const value of Object.values(wrong)) expect(message).not.toContain(value);
	});

	it('reads a secret from the file that NAME_FILE names', () => {
		const file = join(mkdtempSync(join(tmpdir(), 'upstander-config-')), 'smtp');
		writeFileSync(file, 'smtp://mail.example.org\n');
		expect(readConfig({ SMTP_URL_FILE: file }).SMTP_URL).toBe('smtp://mail.example.org');
		expect(() => readConfig({ SMTP_URL_FILE: `${file}-missing` })).toThrow('SMTP_URL_FILE');
	});

	it('refuses port 65536 and an owner without a server', () => {
		expect(() => readConfig({ PORT: '65536' })).toThrow('PORT must be at most 65535');
		expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://o@h/d' })).toThrow('DATABASE_OWNER_URL needs');
	});
});
