import { describe, expect, it } from 'vitest';
import { readRefusal, type SmtpError } from './smtp-answer.ts';

/** As nodemailer tells of a reply. */
const said = (command: string, response: string, code = 'EENVELOPE'): SmtpError => ({
	code,
	command,
	response,
	responseCode: Number(response.slice(0, 3)),
});

describe('what a mail server answered', () => {
	it.each([
		[said('RCPT TO', '550 5.1.1 <ana@example.org>: Recipient address rejected'), 'bounced'],
		[said('RCPT TO', '550-5.1.1 no such user\n550 5.1.1 look at https://help.example'), 'bounced'],
		[said('RCPT TO', '552 5.2.2 Mailbox full'), 'bounced'],
		[said('RCPT TO', '550 5.7.1 You may not write to this group'), 'bounced'],
		[said('DATA', '554 5.7.1 Message looks like spam', 'EMESSAGE'), 'bounced'],
		[said('RCPT TO', '451 4.7.1 Greylisting in effect'), 'deferred'],
		[said('RCPT TO', '450 4.2.0 Mailbox busy'), 'deferred'],
		[said('RCPT TO', '452 4.5.3 Too many recipients'), 'deferred'],
		[said('DATA', '451 4.7.0 Try again', 'EMESSAGE'), 'deferred'],
		[said('MAIL FROM', '451 4.7.0 Too many mails'), 'deferred'],
		[said('CONN', '421 4.7.0 Closing', 'ECONNECTION'), 'deferred'],
		[said('RCPT TO', '421 4.3.2 Closing'), 'deferred'],
		[{ code: 'ECONNECTION', command: 'CONN', message: 'Connection closed unexpectedly' }, 'dropped'],
		[{ code: 'ETIMEDOUT', command: 'CONN', message: 'Timeout' }, 'dropped'],
		[{ code: 'EENVELOPE', command: 'API', message: 'Invalid recipient "a b"' }, 'bounced'],
	] as const)('is about this mail: %o', (error, outcome) => {
		expect(readRefusal(error).outcome).toBe(outcome);
	});

	it.each([
		[
			{ code: 'ESOCKET', command: 'CONN', syscall: 'connect', message: 'connect ECONNREFUSED' },
			'unreachable',
		],
		[{ code: 'EDNS', command: 'CONN' }, 'unreachable'],
		[{ code: 'ETIMEDOUT', command: 'CONN', message: 'Greeting never received' }, 'unreachable'],
		[said('CONN', '554 5.7.1 Your network is blocked', 'EPROTOCOL'), 'unreachable'],
		[{ code: 'ETLS', command: 'STARTTLS' }, 'not_secure'],
		[said('AUTH PLAIN', '535 5.7.8 Bad credentials', 'EAUTH'), 'sign_in_refused'],
		[said('AUTH PLAIN', '454 4.7.0 Temporary failure', 'EAUTH'), 'busy'],
		[said('MAIL FROM', '530 5.7.0 Authentication required'), 'sign_in_refused'],
		[
			said('MAIL FROM', '550 5.7.60 Client does not have permissions to send as this sender'),
			'sender_refused',
		],
		[said('RCPT TO', '554 5.7.1 <ana@example.org>: Relay access denied'), 'relay_refused'],
		[
			said('DATA', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'EMESSAGE'),
			'busy',
		],
		[said('MAIL FROM', '550 5.4.5 Daily user sending limit exceeded'), 'busy'],
		[said('RCPT TO', '432 4.3.2 Concurrent connections limit exceeded'), 'busy'],
		[said('RCPT TO', '451 4.3.2 System not accepting network messages'), 'busy'],
		[said('DATA', '452 4.3.1 Insufficient system storage', 'EMESSAGE'), 'busy'],
	] as const)('is about the server: %o', (error, trouble) => {
		expect(readRefusal(error)).toMatchObject({ outcome: 'server', trouble });
	});

	it('keeps the codes, and of the words a short line without addresses', () => {
		const long = `550 5.1.1 <ana@example.org>: (ana@example.org) see\r\n https://x.example/a?b=ana ${'x'.repeat(300)}`;
		const { words, ...codes } = readRefusal(said('RCPT TO', long)) as { words: string };
		expect(codes).toEqual({ outcome: 'bounced', code: 550, status: '5.1.1' });
		expect(words).toMatch(/^…: … see … x+$/);
		expect(words).toHaveLength(120);
		expect(readRefusal(said('RCPT TO', '550 no'))).toMatchObject({ status: null, words: 'no' });
	});

	it.each([
		['451 4.7.1 Greylisted for 300 seconds', 300],
		['451 4.7.1 Please try again in 5 minutes', 300],
		['450 4.7.1 retry in 90s', 90],
		['451 4.7.1 Greylisted', undefined],
		['451 4.7.500 Server busy', undefined],
	])('hears which pause is asked for: %s', (response, seconds) => {
		expect((readRefusal(said('RCPT TO', response)) as { askedSeconds?: number }).askedSeconds).toBe(seconds);
	});
});
