import { m } from '../../paraglide/messages.js';
import type { Column, Sensitive } from './column.ts';

/** What we call each column. */
export const columnWords: Record<Column, () => string> = {
	number: m.people_column_number,
	givenName: m.people_column_givenName,
	familyName: m.people_column_familyName,
	secondFamilyName: m.people_column_secondFamilyName,
	name: m.people_column_name,
	preferredName: m.people_column_preferredName,
	email: m.people_column_email,
	jobTitle: m.people_column_jobTitle,
	supervisor: m.people_column_supervisor,
	manager: m.people_column_manager,
	managerNumber: m.people_column_managerNumber,
	managerEmail: m.people_column_managerEmail,
	managerName: m.people_column_managerName,
	department: m.people_column_department,
	site: m.people_column_site,
	siteShare: m.people_column_siteShare,
	siteCountry: m.people_column_siteCountry,
	siteRegion: m.people_column_siteRegion,
	siteCity: m.people_column_siteCity,
	siteIndustry: m.people_column_siteIndustry,
	remote: m.people_column_remote,
	homeCountry: m.people_column_homeCountry,
	homeRegion: m.people_column_homeRegion,
	homeCity: m.people_column_homeCity,
	workerType: m.people_column_workerType,
	language: m.people_column_language,
	hiredOn: m.people_column_hiredOn,
	rehiredOn: m.people_column_rehiredOn,
	endedOn: m.people_column_endedOn,
	leaveFrom: m.people_column_leaveFrom,
	leaveUntil: m.people_column_leaveUntil,
	backOn: m.people_column_backOn,
	status: m.people_column_status,
};

/** Why a column is left out: nobody needs it here. */
export const sensitiveWords: Record<Sensitive, () => string> = {
	pay: m.people_sensitive_pay,
	birth: m.people_sensitive_birth,
	identity: m.people_sensitive_identity,
	bank: m.people_sensitive_bank,
	health: m.people_sensitive_health,
	belonging: m.people_sensitive_belonging,
};
