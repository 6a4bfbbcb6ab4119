/**
 * A process of its own that brings mail to a server until it is killed: `node die-with-mail.ts <app url> <SMTP url>`.
 */
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { openPlatform } from '../../src/lib/platform/platform.ts';

const [url = '', SMTP_URL = ''] = process.argv.slice(2);
const areas = { data: [], subscribers: [], queues: [], rounds: [], atStart: [] };
const config = readConfig({ SMTP_URL, MAIL_PER_MINUTE: '100000' });
await openPlatform(config, url, openLog('error'), areas);
