import { dirname, resolve } from 'node:path';

/** What one person answered, and what many did before anything is suppressed. */
const tables = new Set(['answer', 'pollTally', 'pollRelease']);
/** The same tables in hand-written SQL. */
const inSql = /\b(?:from|join|into|update)\s+"?(answer|poll_tally|poll_release)\b/i;
const counted = new Set(['pollTally', 'pollRelease']);

/**
 * Law 4: what is counted is guarded. The tables of answers are touched only inside `learning/server`, and who reads
 * counts must release them through `platform/suppression`.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			outside: 'The table {{name}} may be touched only inside src/lib/learning/server.',
			unguarded:
				'Whoever reads {{name}} releases it through src/lib/platform/suppression; this file does not import it.',
			everything: 'Import the tables of learning by name, so that one sees whether answers are among them.',
		},
	},
	create(context) {
		const file = context.filename;
		const inside = slashed(file).includes('/src/lib/learning/server/');
		const targetOf = (source) => {
			const path = String(source);
			return slashed(path.startsWith('#lib/') ? `/src/lib/${path.slice(5)}` : resolve(dirname(file), path));
		};
		let guarded = false;
		const found = [];
		const readSql = (node, text) => {
			const table = typeof text === 'string' ? inSql.exec(text)?.[1] : undefined;
			if (table)
				found.push({ node, name: table.toLowerCase().replace(/_(.)/, (_, letter) => letter.toUpperCase()) });
		};
		return {
			ImportDeclaration(node) {
				const target = targetOf(node.source.value);
				if (target.includes('/platform/suppression/')) guarded = true;
				if (!isSchema(target)) return;
				for (const specifier of node.specifiers) {
					const name = specifier.imported?.name;
					if (!name) context.report({ node: specifier, messageId: 'everything' });
					else if (tables.has(name)) found.push({ node: specifier, name });
				}
			},
			'ImportExpression, ExportAllDeclaration, ExportNamedDeclaration[source]'(node) {
				if (isSchema(targetOf(node.source?.value))) context.report({ node, messageId: 'everything' });
			},
			Literal: (node) => readSql(node, node.value),
			TemplateElement: (node) => readSql(node, node.value.cooked),
			'Program:exit'() {
				for (const { node, name } of found) {
					if (!inside) context.report({ node, messageId: 'outside', data: { name } });
					else if (counted.has(name) && !guarded)
						context.report({ node, messageId: 'unguarded', data: { name } });
				}
			},
		};
	},
};

const slashed = (path) => path.replaceAll('\\', '/');
const isSchema = (path) => /\/src\/lib\/learning\/server\/schema(\.ts)?$/.test(path);
