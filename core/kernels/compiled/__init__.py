"""The drivers as loops that numba compiles; nothing else imports it."""
