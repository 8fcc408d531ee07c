"""The casefile: texts, reports, codings, decisions, the merged incidents and the log, in SQLite or PostgreSQL.

Texts, reports and decisions are only ever added. Codings are the machine's and are replaced when newer rules are accepted.
Incidents, members and the queue are a cache, made anew by every merge. Every change is an entry of the log.
"""
