/**
 * Law 6: time is an argument. In `src/lib` nobody calls the clock; verbs take `ctx.now`, rules take a day.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
	meta: {
		type: 'problem',
		schema: [],
		messages: { clock: 'Time is an argument: take ctx.now (or a day) instead of asking the clock.' },
	},
	create(context) {
		const report = (node) => context.report({ node, messageId: 'clock' });
		return {
			'NewExpression[callee.name="Date"][arguments.length=0]': report,
			'CallExpression[callee.type="Identifier"][callee.name="Date"]': report,
			'CallExpression[callee.object.name="Date"][callee.property.name="now"]': report,
			'MemberExpression[object.name="Temporal"][property.name="Now"]': report,
		};
	},
};
