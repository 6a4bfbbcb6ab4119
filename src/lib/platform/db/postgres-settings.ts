/**
 * What a person, an operator or a thief may read in the server's log: never a statement, a parameter or a row.
 * Errors of statements quote values in their message, so they stay out as a whole (`log` ranks above `error`,
 * PostgreSQL manual 19.8.2); the app logs them without values.
 */
const quietLog = {
	log_min_messages: 'log',
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse',
	log_statement: 'none',
	log_parameter_max_length: '0',
	log_parameter_max_length_on_error: '0',
	log_min_duration_statement: '-1',
	log_checkpoints: 'off',
};

/** The private PostgreSQL's settings. `wal_level` and the slots are what a backup of the running server needs. */
export const settings = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '64',
	shared_buffers: '128MB',
	jit: 'off',
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',
	wal_level: 'replica',
	max_wal_senders: '0',
	max_replication_slots: '2',
	idle_in_transaction_session_timeout: '60s',
	...quietLog,
};
