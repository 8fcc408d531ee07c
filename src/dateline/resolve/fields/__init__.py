"""The fields of a record, each read off the tellings of one event."""
