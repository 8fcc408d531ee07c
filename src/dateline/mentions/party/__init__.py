"""Parties in one sentence: by name, by a noun, by a nation; and which of them are one."""
