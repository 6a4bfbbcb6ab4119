import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { variables, type VariableName } from './variables.ts';

export type Config = {
	readonly [Name in VariableName]: v.InferOutput<(typeof variables)[Name]['schema']>;
};

/** The settings are wrong; the message lists all of them, one a line. */
export class ConfigError extends Error {
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super(['These settings stop the start:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
		this.name = 'ConfigError';
		this.problems = problems;
	}
}

/**
 * Reads and validates every variable at once. An empty value counts as missing.
 * @throws ConfigError naming each variable that is wrong, never its value: it may be a secret.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const problems: string[] = [];
	const config: Record<string, unknown> = {};
	for (const [name, { schema }] of Object.entries(variables)) {
		const raw = fromFileOrValue(name, environment, problems);
		const parsed = v.safeParse(schema as v.GenericSchema, raw);
		if (parsed.success) config[name] = parsed.output;
		else problems.push(`${name} ${parsed.issues[0].message}.`);
	}
	if (config.DATABASE_OWNER_URL && !config.DATABASE_URL) {
		problems.push('DATABASE_OWNER_URL needs DATABASE_URL beside it.');
	}
	if (problems.length > 0) throw new ConfigError(problems);
	return config as Config;
}

function fromFileOrValue(
	name: string,
	environment: Record<string, string | undefined>,
	problems: string[],
): string | undefined {
	const file = environment[`${name}_FILE`];
	if (!file) return environment[name] || undefined;
	if (environment[name]) problems.push(`${name} and ${name}_FILE are both set; keep one.`);
	try {
		return readFileSync(file, 'utf8').trim() || undefined;
	} catch {
		problems.push(`${name}_FILE names a file that cannot be read.`);
		return undefined;
	}
}
