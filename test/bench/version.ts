// The version that the app has in the bench, whose window is started from a folder of its own.

/** Outcomes that another version worked out would be worked out again. */
export const benchVersion = '0.0.0'
