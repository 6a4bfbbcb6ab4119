/** HTML and one plain script: nothing of the framework is sent to somebody who may be in a hurry to leave. */
export const csr = false;
