/** Fields that the course compiler has sanitized. */
const compiled = new Set(['html', 'feedback']);

/**
 * `{@html …}` only for what is called `html` or `feedback`: those fields were sanitized when the course was compiled. Anything
 * else could carry somebody's script into the page.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
	meta: {
		type: 'problem',
		schema: [],
		messages: { raw: '{@html} takes only a compiled field: something.html or something.feedback.' },
	},
	create(context) {
		return {
			SvelteMustacheTag(node) {
				if (node.kind !== 'raw') return;
				const { expression } = node;
				const field = expression.type === 'ChainExpression' ? expression.expression : expression;
				if (!compiled.has(nameOf(field))) context.report({ node, messageId: 'raw' });
			},
		};
	},
};

/** `body.html`, or `html` where a component was handed the field. */
function nameOf(field) {
	if (field.type === 'Identifier') return field.name;
	return field.type === 'MemberExpression' && !field.computed ? field.property.name : undefined;
}
