import ts from 'typescript';

export interface Import {
	/** As written: `../course.ts`, `#lib/ui/Button.svelte`, `pg`. */
	readonly specifier: string;
	readonly line: number;
	/** Erased when the program runs: nothing of the other file is loaded. */
	readonly typeOnly: boolean;
}

/** Every import and re-export of a file, dynamic ones and types too. In a Svelte file, those of its scripts. */
export function readImports(path: string, source: string): Import[] {
	const code = path.endsWith('.svelte') ? scriptsOf(source) : source;
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
	const found: Import[] = [];
	const add = (literal: ts.Node | undefined, typeOnly: boolean) => {
		if (!literal || !ts.isStringLiteralLike(literal)) return;
		const { line } = file.getLineAndCharacterOfPosition(literal.getStart(file));
		found.push({ specifier: literal.text, line: line + 1, typeOnly });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isErased(node.importClause));
		else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
			add(node.argument.literal, true);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			add(node.arguments[0], false);
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

/** `import type …`, or an import whose every name is a type. */
function isErased(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const names = clause.namedBindings;
	if (clause.name || !names || !ts.isNamedImports(names)) return false;
	return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

/** The scripts of a Svelte file in their own lines; everything else becomes empty. */
function scriptsOf(source: string): string {
	let code = '';
	let end = 0;
	for (const { 0: whole, 1: script = '', index } of source.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
		const start = index + whole.indexOf('>') + 1;
		code += source.slice(end, start).replace(/[^\n]/g, '') + script;
		end = start + script.length;
	}
	return code;
}
