const wordy = /\p{L}/u;
const spoken = new Set([
	'alt',
	'title',
	'aria-label',
	'aria-description',
	'aria-roledescription',
	'aria-valuetext',
	'placeholder',
	'label',
]);
/** The name of the product is the same in every language. */
const names = /\bUpstander\b/g;

/**
 * Law 10: no words in a component. What a person reads or hears comes from the messages, in both languages.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
	meta: {
		type: 'problem',
		schema: [],
		messages: { words: 'Words come from the messages (m.…), in both languages: "{{text}}".' },
	},
	create(context) {
		const check = (node, value) => {
			const text = String(value).trim();
			if (wordy.test(text.replace(names, ''))) {
				context.report({ node, messageId: 'words', data: { text: text.slice(0, 40) } });
			}
		};
		/** `{'words'}`, `{done ? 'words' : ''}`, and templates with words in them. */
		const checkExpression = (node) => {
			if (node?.type === 'Literal' && typeof node.value === 'string') check(node, node.value);
			if (node?.type === 'TemplateLiteral') for (const { value } of node.quasis) check(node, value.cooked);
			if (node?.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(checkExpression);
			if (node?.type === 'LogicalExpression') [node.left, node.right].forEach(checkExpression);
		};
		return {
			SvelteText(node) {
				if (node.parent.type !== 'SvelteStyleElement') check(node, node.value);
			},
			SvelteMustacheTag(node) {
				if (node.parent.type !== 'SvelteAttribute') checkExpression(node.expression);
			},
			SvelteAttribute(node) {
				if (!spoken.has(node.key.name)) return;
				for (const part of node.value) {
					if (part.type === 'SvelteLiteral') check(part, part.value);
					if (part.type === 'SvelteMustacheTag') checkExpression(part.expression);
				}
			},
		};
	},
};
